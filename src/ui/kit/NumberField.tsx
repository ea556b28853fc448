import { Input } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
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

interface Typed {
  readonly text: string;
  /** The value, as shown, over which it was typed. */
  readonly over: string;
  readonly refused: boolean;
}

/**
 * A number that takes effect on Enter, on leaving the field and on each arrow key, never half-typed. What cannot be used is not
 * applied and not quietly bent: the field is marked and the caller says why.
 */
export function NumberField({ value, min, max, step, decimals = 0, label, width, onCommit, onRefused }: NumberFieldProps): ReactElement {
  const { format } = useText();
  const shown = format.number(value, decimals).replace(/\.0+$/, '');
  // What is typed counts only against the value it was typed over: one that changes elsewhere (slider, reset, preset) replaces it.
  const [typed, setTyped] = useState<Typed | null>(null);
  const draft = typed?.over === shown ? typed.text : shown;
  const refused = typed?.over === shown && typed.refused;

  const commit = (next: number | null): void => {
    const bad = next === null || next < min || next > max;
    onRefused?.(bad ? draft : null);
    setTyped(bad ? { text: draft, over: shown, refused: true } : null);
    if (bad) return;
    const rounded = Math.round(next * 10 ** decimals) / 10 ** decimals;
    if (rounded !== value) onCommit(rounded);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction !== 0) {
      event.preventDefault();
      commit(Math.min(max, Math.max(min, (readNumber(draft) ?? value) + direction * step)));
    } else if (event.key === 'Enter') commit(readNumber(draft));
    else if (event.key === 'Escape' && draft !== shown) {
      event.stopPropagation();
      setTyped(null);
      onRefused?.(null);
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
      onChange={(event) => setTyped({ text: event.currentTarget.value, over: shown, refused: false })}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (draft !== shown) commit(readNumber(draft));
      }}
      onKeyDown={onKeyDown}
      style={{ width: `${width + 2}ch` }}
    />
  );
}
