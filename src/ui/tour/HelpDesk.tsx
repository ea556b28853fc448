import { createContext, lazy, Suspense, useContext, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { KeyGroup } from './keys.ts';
import './tour.css';

export interface Help {
  readonly showKeys: () => void;
  readonly startTour: () => void;
}

const HelpContext = createContext<Help | null>(null);

export function useHelp(): Help {
  const help = useContext(HelpContext);
  if (!help) throw new Error('useHelp needs a HelpDesk above it');
  return help;
}

const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }));
const Tour = lazy(async () => ({ default: (await import('./Tour.tsx')).Tour }));

/** Where "?" is a letter like any other, or where a dialog is already open. */
const TYPED_IN = 'input, textarea, select, [contenteditable], [role=dialog]';

interface HelpDeskProps {
  readonly groups: readonly KeyGroup[];
  /** The tour was begun; it need not be offered again. */
  readonly onTour: () => void;
  readonly children: ReactNode;
}

export function HelpDesk({ groups, onTour, children }: HelpDeskProps): ReactElement {
  const [shown, setShown] = useState<'keys' | 'tour' | null>(null);
  const help = useMemo<Help>(
    () => ({
      showKeys: () => setShown('keys'),
      startTour: () => {
        setShown('tour');
        onTour();
      },
    }),
    [onTour],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED_IN)) return;
      event.preventDefault();
      help.showKeys();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [help]);
  const close = (): void => setShown(null);
  return (
    <HelpContext value={help}>
      {children}
      <Suspense fallback={null}>
        {shown === 'keys' && <KeysDialog groups={groups} onClose={close} onTour={help.startTour} />}
        {shown === 'tour' && <Tour onEnd={close} />}
      </Suspense>
    </HelpContext>
  );
}
