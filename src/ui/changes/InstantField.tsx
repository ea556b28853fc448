import { Input } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useText } from '../kit/index.ts';
import { readInstant } from './instants.ts';

interface InstantFieldProps {
  readonly label: string;
  /** Hours after the order. */
  readonly value: number;
  readonly clock: string;
  /** Hours between which the instant must lie. */
  readonly min: number;
  readonly max: number;
  /** Has the focus when the form opens. */
  readonly first?: boolean;
  readonly onCommit: (hours: number) => void;
  readonly onProblem: (words: string | null) => void;
}

/** An instant as people write it, "第2天 04:00" or "T+20"; takes effect on Enter and on leaving the field, arrow keys move a quarter hour. */
export function InstantField({ label, value, clock, min, max, first = false, onCommit, onProblem }: InstantFieldProps): ReactElement {
  const { t, format } = useText();
  const shown = format.clock(value, clock);
  const [typed, setTyped] = useState<{ words: string; over: string; refused: boolean } | null>(null);
  const mine = typed?.over === shown ? typed : null;
  const draft = mine?.words ?? shown;
  const refuse = (words: string): void => {
    onProblem(words);
    setTyped({ words: draft, over: shown, refused: true });
  };
  const commit = (): void => {
    if (draft === shown) return;
    const hours = readInstant(draft, clock, value);
    if (hours === null) refuse(t('changes:problem.instant', { value: draft.slice(0, 20) }));
    else if (hours < min || hours > max) {
      const ends = { low: format.clock(min, clock), high: format.clock(max, clock) };
      refuse(t('changes:problem.instantRange', { value: format.clock(hours, clock), ...ends }));
    } else take(hours);
  };
  const take = (hours: number): void => {
    onProblem(null);
    setTyped(null);
    if (hours !== value) onCommit(hours);
  };
  return (
    <Input
      className="instant-field"
      size="xs"
      autoComplete="off"
      data-autofocus={first || undefined}
      aria-label={label}
      error={mine?.refused ?? false}
      value={draft}
      onChange={(event) => setTyped({ words: event.currentTarget.value, over: shown, refused: false })}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={commit}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? 0.25 : event.key === 'ArrowDown' ? -0.25 : 0;
        if (by !== 0) {
          event.preventDefault();
          take(Math.min(max, Math.max(min, value + by)));
        } else if (event.key === 'Enter') commit();
        else if (event.key === 'Escape' && draft !== shown) {
          event.stopPropagation();
          setTyped(null);
          onProblem(null);
        }
      }}
    />
  );
}
