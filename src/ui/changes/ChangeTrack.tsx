import { useEffect, useId, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { useText } from '../kit/index.ts';
import { hoursAtPixel, type LaidTrack, type TrackScale } from '../timeline/index.ts';
import { AddMenu } from './AddMenu.tsx';
import { ChangeBar } from './ChangeBar.tsx';
import './changes.css';
import { snapped } from './dates.ts';
import type { ChangeDesk } from './desk.ts';
import { layTrack, type TrackLayout } from './layout.ts';
import { PanelHolder } from './PanelHolder.tsx';
import { StillBars } from './StillBars.tsx';

interface ChangeTrackProps {
  readonly desk: ChangeDesk;
  readonly scale: TrackScale;
  readonly layout: TrackLayout;
  readonly rowHeight: number;
  /** Pixels of all that is seen at once. */
  readonly height: number;
  readonly phone: boolean;
  readonly cursorHours: () => number;
}

/** Ems of a row: a finger needs more than a mouse. */
const ROW_EMS = { mouse: 1.75, finger: 2.2 } as const;

export interface TrackRoom {
  readonly phone: boolean;
  /** Rows shown at once; more are scrolled to. */
  readonly rows: number;
}

/** The plan's dated changes under the chart, as the timeline takes it. */
export function changeTrack(desk: ChangeDesk, room: TrackRoom, cursorHours: () => number): (scale: TrackScale) => LaidTrack {
  const { phone, rows } = room;
  return (scale) => {
    const layout = layTrack(desk.changes, desk.facts.wording, scale, desk.held);
    const rowHeight = Math.round(scale.fontSize * (phone ? ROW_EMS.finger : ROW_EMS.mouse));
    const height = Math.min(rows, layout.rows) * rowHeight + 2;
    return {
      height,
      node: (
        <>
          <ChangeTrack {...{ desk, scale, layout, rowHeight, height, phone, cursorHours }} />
          {layout.placed.length > 0 && (
            <StillBars {...{ changes: desk.changes, layout, scale, rowHeight }} caption={null} title="" forFiles />
          )}
        </>
      ),
    };
  };
}

/** Bars of all changes on the timeline's scale; a press where none is opens the menu for that hour. */
function ChangeTrack({ desk, scale, layout, rowHeight, height, phone, cursorHours }: ChangeTrackProps): ReactElement {
  const { t, format } = useText();
  const { clock } = desk.facts.wording;
  const track = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const [ghost, setGhost] = useState<number | null>(null);
  const hoursAt = (event: MouseEvent): number => {
    const { left } = track.current!.getBoundingClientRect();
    return Math.max(0, snapped(hoursAtPixel(scale, event.clientX - left + scale.left)));
  };
  // The form is about a bar, and there the focus goes back.
  const formOf = useRef<number | null>(null);
  useEffect(() => {
    const before = formOf.current;
    formOf.current = desk.open?.kind === 'form' ? desk.open.index : null;
    if (before === null || desk.open !== null) return undefined;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) track.current?.querySelector<HTMLElement>(`[data-index='${before}']`)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [desk.open]);
  const afterRemoval = (index: number): void => {
    const stays = index < desk.changes.length - 1 ? index : index - 1;
    requestAnimationFrame(() => {
      const next = track.current?.querySelector<HTMLElement>(stays < 0 ? '.change-add' : `[data-index='${stays}']`);
      next?.focus();
    });
  };
  return (
    <div className="change-scroll" style={{ height, fontSize: scale.fontSize }} data-export="skip">
      <p className="visually-hidden" id={helpId}>
        {t('changes:track.help')}
      </p>
      <div
        ref={track}
        className="change-track"
        role="group"
        aria-label={t('changes:title')}
        style={{ marginLeft: scale.left, width: scale.right - scale.left, height: layout.rows * rowHeight + 2 }}
      >
        <button
          type="button"
          className="change-ground"
          tabIndex={-1}
          aria-hidden
          onMouseDown={(event) => event.preventDefault()}
          onPointerMove={(event) => setGhost(event.pointerType === 'mouse' ? hoursAt(event) : null)}
          onPointerLeave={() => setGhost(null)}
          onClick={(event) => desk.show({ kind: 'menu', at: hoursAt(event) })}
        />
        {desk.changes.length === 0 && ghost === null && <p className="change-empty">{t('changes:track.empty')}</p>}
        {ghost !== null && desk.open === null && (
          <span
            className="change-ghost"
            style={{ left: scale.x(ghost) - scale.left }}
            data-end={scale.x(ghost) > (scale.left + scale.right) / 2}
          >
            <i />
            <span>
              + {format.clock(ghost, clock)} · {format.offset(ghost)}
            </span>
          </span>
        )}
        {layout.placed.map((placed) => (
          <ChangeBar key={placed.index} {...{ placed, desk, scale, rowHeight, helpId }} onRemoved={afterRemoval} />
        ))}
        {layout.beyond > 0 && (
          <button type="button" className="change-beyond" onClick={() => desk.show({ kind: 'list' })}>
            {t('changes:track.beyond', { count: layout.beyond })}
          </button>
        )}
        <AddMenu {...{ desk, scale, cursorHours }} />
        <PanelHolder {...{ desk, phone }} left={panelLeft(desk, scale, layout)} />
      </div>
    </div>
  );
}

/** Where the panel's arrow points, in pixels of the track: the middle of the change it is about. */
function panelLeft({ open }: ChangeDesk, scale: TrackScale, { placed }: TrackLayout): number {
  const width = scale.right - scale.left;
  if (open?.kind !== 'form') return width / 2;
  const bar = placed.find(({ index }) => index === open.index);
  return bar ? Math.min(width, bar.from - scale.left + Math.min(60, (bar.to - bar.from) / 2)) : width / 2;
}
