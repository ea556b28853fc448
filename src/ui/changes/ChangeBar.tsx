import { TriangleAlert } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import type { Change } from '../../scenario/index.ts';
import { hoursOfPixels, type TrackScale } from '../timeline/index.ts';
import { carried, carriedByKey, endOf, movableParts, SNAP_HOURS, type Part } from './dates.ts';
import { ChangeIcon } from './ChangeIcon.tsx';
import type { ChangeDesk } from './desk.ts';
import type { PlacedChange } from './layout.ts';
import { strangePlaces } from './places.ts';
import { changeTone } from './readyKinds.ts';
import { changeSentence, changeTitle } from './words.ts';

/** A press that moves less than this many pixels is a click. */
const CLICK_PIXELS = 3;
/** A copy stands this many hours after its original. */
const COPY_HOURS = 1;

interface ChangeBarProps {
  readonly placed: PlacedChange;
  readonly desk: ChangeDesk;
  readonly scale: TrackScale;
  /** Pixels of one row. */
  readonly rowHeight: number;
  readonly helpId: string;
  /** Moves the focus after this one is gone. */
  readonly onRemoved: (index: number) => void;
}

interface Grip {
  readonly part: Part;
  readonly pressedAt: number;
  readonly start: Change;
  moved: boolean;
}

/** One change on the track: drag it or its ends, move it by keys, press it to edit. */
export function ChangeBar({ placed, desk, scale, rowHeight, helpId, onRemoved }: ChangeBarProps): ReactElement {
  const { index, from, to, row, readyAt } = placed;
  const { edits, facts } = desk;
  const change = desk.changes[index];
  const grip = useRef<Grip | null>(null);
  const limits = { latest: scale.whole.to };
  const edit = (next: Change): void => {
    if (next !== change) edits.edit(index, next);
  };
  const openForm = (): void => desk.show({ kind: 'form', index, fromList: false });
  const letGo = (): void => {
    grip.current = null;
    desk.hold(null);
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const part = ((event.target as Element).closest('[data-part]')?.getAttribute('data-part') ?? 'whole') as Part;
    grip.current = { part, pressedAt: event.clientX, start: change, moved: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const held = grip.current;
    if (held === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const pixels = event.clientX - held.pressedAt;
    if (!held.moved && Math.abs(pixels) < CLICK_PIXELS) return;
    if (!held.moved) desk.hold(index);
    held.moved = true;
    edit(carried(held.start, held.part, hoursOfPixels(scale, pixels), limits));
  };
  const onPointerUp = (): void => {
    const held = grip.current;
    letGo();
    if (held && !held.moved) openForm();
  };

  const remove = (): void => {
    edits.remove(index);
    onRemoved(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const copies = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd';
    if (!copies && (event.ctrlKey || event.metaKey || event.altKey)) return;
    const next = carriedByKey(change, event.key, event.shiftKey, limits);
    if (copies) edits.add(carried(change, 'whole', COPY_HOURS, limits));
    else if (next !== null) {
      edit(next);
      const end = endOf(next);
      scale.reveal(event.shiftKey && end !== null ? end : next.at);
    } else if (event.key === 'Enter' || event.key === ' ' || event.key === 'F2') openForm();
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (event.key === 'Escape' && grip.current?.moved) {
      letGo();
      edits.abandon();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const { wording } = facts;
  const strangers = strangePlaces(change, wording.places);
  const sentence = [
    changeSentence(change, wording),
    ...strangers.map((place) => wording.text.t('changes:problem.stranger', { place })),
  ].join(' ');
  const latest = Math.max(scale.whole.to, change.at);
  return (
    <div
      className="change-bar"
      data-tone={changeTone(change)}
      data-cut={placed.cut}
      data-open={placed.open}
      data-stranger={strangers.length > 0}
      data-held={desk.held === index}
      data-index={index}
      role="slider"
      tabIndex={0}
      aria-label={changeTitle(change, wording)}
      aria-describedby={helpId}
      aria-valuemin={0}
      aria-valuemax={latest}
      aria-valuenow={Math.round(change.at / SNAP_HOURS) * SNAP_HOURS}
      aria-valuetext={sentence}
      title={sentence}
      style={{ left: from - scale.left, width: to - from, top: row * rowHeight + 1, height: rowHeight - 2 }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    >
      {readyAt !== null && <span className="change-wait" style={{ width: Math.max(0, readyAt - from) }} />}
      <span className="change-words">
        {strangers.length > 0 ? (
          <TriangleAlert className="change-stranger" size="1em" aria-hidden />
        ) : (
          <ChangeIcon change={change} size="1em" />
        )}
        <span>{placed.words}</span>
      </span>
      {movableParts(change).includes('start') && !placed.cut && <span className="change-grip" data-part="start" />}
      {movableParts(change).includes('end') && (
        <span className="change-grip" data-part="end" style={readyAt === null ? undefined : { left: readyAt - from - 4 }} />
      )}
    </div>
  );
}
