import { createContext, lazy, Suspense, useContext, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { LibraryStore, PlannerStore } from '../../store/index.ts';
import { LibraryContext } from './context.tsx';
import { LibraryNotices } from './LibraryNotices.tsx';
import './library.css';

export interface Desk {
  /** Opens the drawer; with `naming`, ready to type a name for the current plan. */
  readonly show: (naming?: boolean) => void;
}

const DeskContext = createContext<Desk | null>(null);

export function useLibraryDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useLibraryDesk needs a LibraryDesk above it');
  return desk;
}

const LibraryDrawer = lazy(async () => ({ default: (await import('./LibraryDrawer.tsx')).LibraryDrawer }));

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
  const desk = useMemo<Desk>(
    () => ({
      show: (naming = false) => {
        setEverShown(true);
        setShown(naming ? 'naming' : 'list');
        void library.getState().refresh();
      },
    }),
    [library],
  );
  return (
    <LibraryContext value={source}>
      <DeskContext value={desk}>
        {children}
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
