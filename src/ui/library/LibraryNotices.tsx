import { Button, CloseButton } from '@mantine/core';
import { Info, TriangleAlert } from 'lucide-react';
import { useEffect, type ReactElement } from 'react';
import { SAFE_LINK } from '../../scenario/index.ts';
import type { LibraryNotice } from '../../store/index.ts';
import type { Text } from '../../text/index.ts';
import { useText } from '../kit/index.ts';
import { useLibrary, useLibrarySource } from './context.tsx';

/** How long what only confirms stays, in milliseconds. */
const BRIEF_MS = 8_000;
const BRIEF: ReadonlySet<LibraryNotice['kind']> = new Set(['saved', 'opened', 'linkCopied']);
const GRAVE: ReadonlySet<LibraryNotice['kind']> = new Set(['failed', 'refused', 'movedAside', 'linkTooLong']);

function wordsOf({ t, pick, format }: Text, notice: LibraryNotice): string {
  switch (notice.kind) {
    case 'restored':
      return t('library:notice.restored', { at: format.moment(notice.at) });
    case 'removed':
      return t('library:notice.removed', { name: notice.name === null ? t('library:item.unreadable') : pick(notice.name) });
    case 'saved':
    case 'opened':
    case 'copied':
      return t(`library:notice.${notice.kind}`, { name: pick(notice.name) });
    case 'refused': {
      const { problems } = notice;
      if ('city' in problems) return t('library:notice.refused', { reason: t('library:notice.otherCity', problems) });
      const [first] = problems;
      return t('library:notice.refused', { reason: first ? `${pick(first.message)} ${pick(first.cure)}` : t('library:item.damaged') });
    }
    case 'linkCopied': {
      const { characters } = notice;
      return t(characters > SAFE_LINK ? 'library:notice.linkLong' : 'library:notice.linkCopied', { characters: format.number(characters) });
    }
    case 'failed':
      return t(`library:fault.${notice.reason}`);
    default:
      return t(`library:notice.${notice.kind}`);
  }
}

/** What the library has to tell, one thing at a time, with what can be done about it. In nobody's way: the page below stays in use. */
export function LibraryNotices({ onSaveFile }: { onSaveFile: () => void }): ReactElement {
  const text = useText();
  const { t } = text;
  const { library, planner } = useLibrarySource();
  const notice = useLibrary((state) => state.notice);
  const { dismiss, startAfresh, takeOver, undoRemove } = library.getState();
  useEffect(() => {
    if (notice === null || !BRIEF.has(notice.kind)) return;
    const timer = setTimeout(() => library.getState().notice === notice && dismiss(), BRIEF_MS);
    return () => clearTimeout(timer);
  }, [notice, library, dismiss]);

  const action = (): [label: string, act: () => void] | null => {
    switch (notice?.kind) {
      case 'restored':
        return [t('library:notice.afresh'), startAfresh];
      case 'elsewhere':
        return [t('library:notice.takeOver'), () => void takeOver()];
      case 'removed':
        return [t('library:notice.undoRemove'), () => void undoRemove()];
      case 'failed':
      case 'linkTooLong':
        return [t('library:notice.saveFile'), onSaveFile];
      case 'opened':
        return [
          t('library:notice.back'),
          () => {
            planner.getState().undo();
            dismiss();
          },
        ];
      default:
        return null;
    }
  };
  const offered = action();
  const grave = notice !== null && GRAVE.has(notice.kind);
  const Icon = grave ? TriangleAlert : Info;
  return (
    <section className="library-notices" aria-label={t('library:notice.region')}>
      <div role={grave ? 'alert' : 'status'}>
        {notice && (
          <div className="library-notice" data-grave={grave || undefined}>
            <Icon size="1rem" aria-hidden />
            <p>{wordsOf(text, notice)}</p>
            {offered && (
              <Button size="compact-sm" variant="default" onClick={offered[1]}>
                {offered[0]}
              </Button>
            )}
            <CloseButton size="sm" aria-label={t('library:notice.close')} onClick={dismiss} />
          </div>
        )}
      </div>
    </section>
  );
}
