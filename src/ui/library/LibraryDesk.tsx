import { createContext, lazy, Suspense, useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { LibraryStore, PlannerStore } from '../../store/index.ts';
import { LibraryContext } from './context.tsx';
import { formatLink } from '../../scenario/index.ts';
import { LibraryNotices } from './LibraryNotices.tsx';
import './library.css';
import { ShareDialog } from './ShareDialog.tsx';
import { SharedPlan } from './SharedPlan.tsx';

export interface Desk {
  /** Opens the drawer; with `naming`, ready to type a name for the current plan. */
  readonly show: (naming?: boolean) => void;
  /** Copies a link to the plan as it stands. */
  readonly share: () => void;
}

const DeskContext = createContext<Desk | null>(null);

export function useLibraryDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useLibraryDesk needs a LibraryDesk above it');
  return desk;
}

const LibraryDrawer = lazy(async () => ({ default: (await import('./LibraryDrawer.tsx')).LibraryDrawer }));

/** Copies a link, or hands it to `byHand` where the browser refuses the clipboard. */
async function share(planner: PlannerStore, library: LibraryStore, byHand: (link: string) => void): Promise<void> {
  const fragment = formatLink(planner.getState().plan.scenario);
  if (fragment === null) return library.getState().tell({ kind: 'linkTooLong' });
  const link = `${window.location.href.replace(/#.*$/, '')}#${fragment}`;
  try {
    await navigator.clipboard.writeText(link);
    library.getState().tell({ kind: 'linkCopied', characters: link.length });
  } catch {
    byHand(link);
  }
}

interface LibraryDeskProps {
  readonly library: LibraryStore;
  readonly planner: PlannerStore;
  /** Saves the current plan as a file, where nothing else can be done. */
  readonly onSaveFile: () => void;
  readonly children: ReactNode;
}

/** The library for everything below: its drawer, and its messages. */
export function LibraryDesk({ library, planner, onSaveFile, children }: LibraryDeskProps): ReactElement {
  const source = useMemo(() => ({ library, planner }), [library, planner]);
  const [shown, setShown] = useState<'no' | 'list' | 'naming'>('no');
  const [everShown, setEverShown] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const desk = useMemo<Desk>(
    () => ({
      share: () => void share(planner, library, setLink),
      show: (naming = false) => {
        setEverShown(true);
        setShown(naming ? 'naming' : 'list');
        void library.getState().refresh();
      },
    }),
    [library, planner],
  );
  return (
    <LibraryContext value={source}>
      <DeskContext value={desk}>
        {children}
        <SharedPlan />
        {link !== null && <ShareDialog link={link} onClose={() => setLink(null)} />}
        {shown === 'no' && <LibraryNotices onSaveFile={onSaveFile} />}
        {everShown && (
          <Suspense fallback={null}>
            <LibraryDrawer shown={shown !== 'no'} naming={shown === 'naming'} onClose={() => setShown('no')} onSaveFile={onSaveFile} />
          </Suspense>
        )}
      </DeskContext>
    </LibraryContext>
  );
}
