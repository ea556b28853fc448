import { useMemo } from 'react';
import type { Pair } from '../../../store/index.ts';
import { roundEvents, type RoundEvent } from '../playback/events.ts';
import { useChangeWording } from '../use-change-wording.ts';

/** The instants of both plans in order; what only one of them has says whose it is. */
export function usePairEvents({ a, b, comparison, runs }: Pair): readonly RoundEvent[] {
  const wording = useChangeWording();
  return useMemo(() => {
    const [first, second] = (['a', 'b'] as const).map((side) =>
      roundEvents({
        study: comparison[side],
        typical: runs?.[side] ?? null,
        changes: (side === 'a' ? a : b).changes,
        wording,
      }),
    );
    const isIn = (events: readonly RoundEvent[], event: RoundEvent): boolean =>
      events.some(({ words, hours }) => words === event.words && hours === event.hours);
    const named = (events: readonly RoundEvent[], side: string): RoundEvent[] =>
      events.map((event) => ({ ...event, words: `${side} · ${event.words}` }));
    const shared = first.filter((event) => isIn(second, event));
    const own = [
      ...named(
        first.filter((event) => !isIn(second, event)),
        'A',
      ),
      ...named(
        second.filter((event) => !isIn(first, event)),
        'B',
      ),
    ];
    return [...shared, ...own].sort((x, y) => x.hours - y.hours);
  }, [a, b, comparison, runs, wording]);
}
