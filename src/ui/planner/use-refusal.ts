import { useState } from 'react';
import { useText } from '../kit/index.ts';

interface Refusal {
  /** The sentence on the value that was refused last; null when all is in order. */
  readonly problem: string | null;
  /** For a field's onRefused: words a refusal with the range that the field takes. */
  range(min: number, max: number, unit: string, decimals?: number): (entered: string | null) => void;
}

/** Why the last entry of an input was not taken, with the range that is. */
export function useRefusal(): Refusal {
  const { t, format } = useText();
  const [problem, setProblem] = useState<string | null>(null);
  const plain = (value: number, decimals: number): string => format.number(value, Number.isInteger(value) ? 0 : decimals);
  return {
    problem,
    range:
      (min, max, unit, decimals = 1) =>
      (entered) => {
        if (entered === null) return setProblem(null);
        const range = t('planner:inputs.range', { min: plain(min, decimals), max: plain(max, decimals) });
        return setProblem(t('planner:inputs.problem', { value: entered.slice(0, 20), cure: `${range} ${unit}` }));
      },
  };
}
