import { Input } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useText } from './KitProvider.tsx';
import { readNumber } from './read-number.ts';

interface NumberFieldProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Decimals allowed. */
  readonly decimals?: number;
  readonly label: string;
  /** Characters of room, so that the figure never moves its neighbours. */
  readonly width: number;
  readonly onCommit: (value: number) => void;
  /** Told the refused text, or null once the field is in order again. */
  readonly onRefused?: (entered: string | null) => void;
}

/**
 * A number that takes effect on Enter, on leaving the field and on each arrow key, never half-typed. What cannot be used is not
 * applied and not quietly bent: the field is marked and the caller says why.
 */
export function NumberField({ value, min, max, step, decimals = 0, label, width, onCommit, onRefused }: NumberFieldProps): ReactElement {
  const { format } = useText();
  const shown = format.number(value, decimals).replace(/\.0+$/, '');
  const [draft, setDraft] = useState(shown);
  const [refused, setRefused] = useState(false);
  const accept = (): void => {
    setDraft(shown);
    setRefused(false);
    onRefused?.(null);
  };
  // A value that changes elsewhere (slider, reset, preset) replaces whatever stands here.
  const latest = useRef(onRefused);
  latest.current = onRefused;
  useEffect(() => {
    setDraft(shown);
    setRefused(false);
    latest.current?.(null);
  }, [shown]);

  const commit = (next: number | null): void => {
    const bad = next === null || next < min || next > max;
    setRefused(bad);
    onRefused?.(bad ? draft : null);
    if (bad) return;
    const rounded = Math.round(next * 10 ** decimals) / 10 ** decimals;
    if (rounded === value) setDraft(shown);
    else onCommit(rounded);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction !== 0) {
      event.preventDefault();
      commit(Math.min(max, Math.max(min, (readNumber(draft) ?? value) + direction * step)));
    } else if (event.key === 'Enter') commit(readNumber(draft));
    else if (event.key === 'Escape' && draft !== shown) {
      event.stopPropagation();
      accept();
    }
  };
  return (
    <Input
      className="number-field"
      size="xs"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      error={refused}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (draft !== shown) commit(readNumber(draft));
      }}
      onKeyDown={onKeyDown}
      style={{ width: `${width + 2}ch` }}
    />
  );
}
