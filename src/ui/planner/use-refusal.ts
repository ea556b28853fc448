import { useState } from 'react';
import { useText } from '../kit/index.ts';

interface Refusal {
  /** The sentence on the value that was refused last; null when all is in order. */
  readonly problem: string | null;
  /** For a field's onRefused: words a refusal with the range that the field takes. */
  range(min: number, max: number, unit: string, decimals?: number): (entered: string | null) => void;
}

/** Why the last entry of an input was not taken, with the range that is; forgotten once the `standing` value changes. */
export function useRefusal(standing: string | number): Refusal {
  const { t, format } = useText();
  const [refused, setRefused] = useState<{ words: string; over: string | number } | null>(null);
  const plain = (value: number, decimals: number): string => format.number(value, Number.isInteger(value) ? 0 : decimals);
  return {
    problem: refused?.over === standing ? refused.words : null,
    range:
      (min, max, unit, decimals = 1) =>
      (entered) => {
        if (entered === null) return setRefused(null);
        const range = t('planner:inputs.range', { min: plain(min, decimals), max: plain(max, decimals) });
        return setRefused({
          words: t('planner:inputs.problem', { value: entered.slice(0, 20), cure: `${range} ${unit}` }),
          over: standing,
        });
      },
  };
}
