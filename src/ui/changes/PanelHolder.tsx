import { Drawer, Popover } from '@mantine/core';
import { lazy, Suspense, useEffect, useEffectEvent, type ReactElement } from 'react';
import { useText } from '../kit/index.ts';
import type { ChangeDesk } from './desk.ts';

/** Form and list are wanted only by those who edit. */
const ChangePanel = lazy(async () => ({ default: (await import('./ChangePanel.tsx')).ChangePanel }));

/** Escape closes also while the focus is not yet, or no longer, inside. */
function useEscape(active: boolean, close: () => void): void {
  const onEscape = useEffectEvent(close);
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onEscape();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [active]);
}

/** Around the form and the list: a popover at the change, a sheet on a phone. */
export function PanelHolder({ desk, phone, left }: { desk: ChangeDesk; phone: boolean; left: number }): ReactElement {
  const { t } = useText();
  const { open, show } = desk;
  const panel = open !== null && open.kind !== 'menu' ? open : null;
  const close = (): void => show(null);
  useEscape(panel !== null && !phone, close);
  const content = panel && (
    <Suspense fallback={null}>
      <ChangePanel {...{ desk, panel }} />
    </Suspense>
  );
  if (phone) {
    return (
      <Drawer.Root
        opened={panel !== null}
        onClose={close}
        position="bottom"
        size="80%"
        lockScroll={false}
        transitionProps={{ duration: 0 }}
      >
        <Drawer.Overlay />
        <Drawer.Content className="sheet" aria-label={t('changes:title')}>
          <Drawer.Body>{content}</Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    );
  }
  return (
    <Popover
      opened={panel !== null}
      onDismiss={close}
      position="top"
      withArrow
      shadow="md"
      withinPortal
      withRoles={false}
      hideDetached={false}
      trapFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span className="change-anchor" style={{ left }} />
      </Popover.Target>
      <Popover.Dropdown className="change-popover" role="dialog" aria-label={t('changes:title')}>
        {content}
      </Popover.Dropdown>
    </Popover>
  );
}
