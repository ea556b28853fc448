import { useEffect, useRef, type ReactElement } from 'react';
import { ChangeForm } from './ChangeForm.tsx';
import { ChangeList } from './ChangeList.tsx';
import type { ChangeDesk, OpenPanel } from './desk.ts';

/** What the popover or the sheet holds: the form of one change, or the list of all. Its first field has the focus. */
export function ChangePanel({ desk, panel }: { desk: ChangeDesk; panel: Exclude<OpenPanel, { kind: 'menu' }> }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const subject = panel.kind === 'form' ? panel.index : -1;
  useEffect(() => {
    (box.current?.querySelector('input') ?? box.current?.querySelector('button'))?.focus({ preventScroll: true });
  }, [subject]);
  return (
    <div ref={box}>
      {panel.kind === 'form' ? (
        <ChangeForm key={panel.index} desk={desk} index={panel.index} fromList={panel.fromList} />
      ) : (
        <ChangeList desk={desk} />
      )}
    </div>
  );
}
