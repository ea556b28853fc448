import { Button, CloseButton, Drawer } from '@mantine/core';
import type { ReactElement } from 'react';
import type { LibraryEntry } from '../../store/index.ts';
import { useText } from '../kit/index.ts';
import { useLibrary, useLibrarySource } from './context.tsx';
import { CurrentPlan } from './CurrentPlan.tsx';
import { LibraryNotices } from './LibraryNotices.tsx';
import { PlanItem } from './PlanItem.tsx';

interface LibraryDrawerProps {
  readonly shown: boolean;
  readonly naming: boolean;
  readonly onClose: () => void;
  readonly onSaveFile: () => void;
}

/** The current plan with what has become of it, then all that is kept. */
export function LibraryDrawer({ shown, naming, onClose, onSaveFile }: LibraryDrawerProps): ReactElement {
  const { t } = useText();
  const entries = useLibrary((state) => state.entries);
  const of = (kind: LibraryEntry['kind']): readonly LibraryEntry[] => (entries ?? []).filter((entry) => entry.kind === kind);
  const named = of('named');
  return (
    <Drawer.Root opened={shown} onClose={onClose} position="right" size="30rem" lockScroll={false} transitionProps={{ duration: 0 }}>
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content className="library" aria-label={t('library:title')}>
        <Drawer.Body>
          <header className="library-head">
            <h2>{t('library:title')}</h2>
            <CloseButton aria-label={t('library:close')} onClick={onClose} />
          </header>
          <CurrentPlan naming={naming} />
          <LibraryNotices onSaveFile={onSaveFile} />
          <section className="library-part" aria-labelledby="library-named">
            <h3 id="library-named">
              {t('library:list.title')}
              {named.length > 0 && <small>{t('library:list.count', { count: named.length })}</small>}
            </h3>
            {named.length === 0 ? (
              <p className="library-empty">{t(entries === null ? 'library:list.reading' : 'library:list.none')}</p>
            ) : (
              <PlanItems entries={named} onClose={onClose} />
            )}
          </section>
          {(['autosave', 'aside'] as const).map(
            (kind) =>
              of(kind).length > 0 && (
                <section key={kind} className="library-part" aria-labelledby={`library-${kind}`}>
                  <h3 id={`library-${kind}`}>{t(kind === 'autosave' ? 'library:list.others' : 'library:list.aside')}</h3>
                  <PlanItems entries={of(kind)} onClose={onClose} />
                </section>
              ),
          )}
          <StalePins />
          <p className="library-where">{t('library:where')}</p>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function PlanItems({ entries, onClose }: { entries: readonly LibraryEntry[]; onClose: () => void }): ReactElement {
  return (
    <ul className="library-list">
      {entries.map((entry) => (
        <PlanItem key={entry.id} entry={entry} onOpened={onClose} />
      ))}
    </ul>
  );
}

function StalePins(): ReactElement | null {
  const { t } = useText();
  const { library } = useLibrarySource();
  const count = useLibrary((state) => state.stalePins.length);
  if (count === 0) return null;
  return (
    <p className="library-part library-stale">
      {t('library:stale.told', { count })}{' '}
      <Button size="compact-sm" variant="default" onClick={() => void library.getState().dropStalePins()}>
        {t('library:stale.drop')}
      </Button>
    </p>
  );
}
