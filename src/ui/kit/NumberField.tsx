import { NumberInput } from '@mantine/core';
import { useEffect, useId, useState, type KeyboardEvent, type ReactElement } from 'react';

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
  /** Told the refused value, or null once the field is in order again. */
  readonly onRefused?: (value: number | null) => void;
}

/**
 * A number that takes effect on Enter, on leaving the field and on each arrow key, never half-typed. A value out of range is not
 * applied and not quietly bent: the field is marked and the caller says why.
 */
export function NumberField({ value, min, max, step, decimals = 0, label, width, onCommit, onRefused }: NumberFieldProps): ReactElement {
  const [draft, setDraft] = useState<number | string>(value);
  const [refused, setRefused] = useState(false);
  const id = useId();
  useEffect(() => {
    setDraft(value);
    setRefused(false);
  }, [value]);

  const commit = (): void => {
    if (draft === '') {
      setDraft(value);
      return;
    }
    const number = Number(draft);
    const bad = !Number.isFinite(number) || number < min || number > max;
    setRefused(bad);
    onRefused?.(bad ? number : null);
    if (!bad && number !== value) onCommit(number);
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === 'ArrowUp' || event.key === 'ArrowDown') commit();
    if (event.key === 'Escape') {
      setDraft(value);
      setRefused(false);
      onRefused?.(null);
    }
  };
  return (
    <NumberInput
      id={id}
      className="number-field"
      aria-label={label}
      aria-invalid={refused}
      error={refused}
      value={draft}
      onChange={setDraft}
      onBlur={commit}
      onKeyUp={onKeyUp}
      min={min}
      max={max}
      step={step}
      decimalScale={decimals}
      allowNegative={false}
      clampBehavior="none"
      thousandSeparator=","
      hideControls
      size="xs"
      style={{ width: `${width + 2}ch` }}
    />
  );
}
