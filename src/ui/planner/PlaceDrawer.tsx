import { CloseButton } from '@mantine/core';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useText } from '../kit/index.ts';

/** The drawer at the map's side with one place's story. Escape closes it; focus moves in and returns. */
export function PlaceDrawer({ onClose, children }: { onClose: () => void; children: ReactNode }): ReactElement {
  const { t } = useText();
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      ref={drawer}
      className="place-drawer"
      aria-label={t('planner:place.region')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <CloseButton className="place-close" aria-label={t('planner:place.close')} onClick={onClose} />
      {children}
    </section>
  );
}
