import type { LngLat } from '../units/index.ts';
import { standardOf } from '../geo/index.ts';
import type { Reach, StationReach } from './reach.ts';
import { leadOf } from './rules.ts';

/** A place where a further station could stand: the point of a village. For further vehicles also a present station. */
export interface Candidate {
  /** Row of the city's villages; −1 at a present station. */
  readonly village: number;
  /** Row of the plan's stations; −1 at a village. */
  readonly station: number;
  readonly at: LngLat;
}

/** What one further station at a candidate would do. */
export interface Addition extends Candidate {
  /** Residents who come within the standard of their area. */
  readonly gained: number;
  /** Residents who come within the urban standard, wherever they live. */
  readonly gainedStrict: number;
  /** Residents who are reached sooner. */
  readonly sooner: number;
  /** Change of the mean over all residents, minutes; below 0 is sooner. */
  readonly mean: number;
  /** Longest minutes of anyone afterwards. */
  readonly longest: number;
}

/** Every village is a candidate. */
export const candidatesOf = ({ city }: Reach): Candidate[] => city.villages.map(({ at }, village) => ({ village, station: -1, at }));

/**
 * What a further station at each candidate would do, one at a time: all are tried, so the best of them is the best there is. By gained
 * residents that is maximal covering, by the mean the p-median, by the longest the p-centre, each with the present stations kept.
 */
export function tryAdditions(reach: Reach, present: StationReach, candidates: readonly Candidate[] = candidatesOf(reach)): Addition[] {
  const { grid, rules } = reach;
  const lead = leadOf(rules);
  const { minutes } = present.nearest;
  const strict = rules.standard.urban;
  const peopled = Array.from(grid.residents.keys()).filter((c) => grid.residents[c] > 0);
  const limits = Float64Array.from(peopled, (c) => standardOf(grid, c, rules.standard));
  const people = peopled.reduce((sum, c) => sum + grid.residents[c], 0);
  return candidates.map((candidate): Addition => {
    const field = reach.driveFrom(candidate.at);
    let [gained, gainedStrict, sooner, saved, longest] = [0, 0, 0, 0, 0];
    peopled.forEach((c, k) => {
      const after = field[c] + lead;
      const residents = grid.residents[c];
      if (after < minutes[c]) {
        sooner += residents;
        saved += residents * (minutes[c] - after);
        if (after <= limits[k] && minutes[c] > limits[k]) gained += residents;
        if (after <= strict && minutes[c] > strict) gainedStrict += residents;
      }
      longest = Math.max(longest, Math.min(after, minutes[c]));
    });
    return { ...candidate, gained, gainedStrict, sooner, mean: -saved / people, longest };
  });
}

/** What an addition is judged by. */
export type AdditionAim = 'gained' | 'gainedStrict' | 'mean' | 'longest';
export const ADDITION_AIMS: readonly AdditionAim[] = ['gainedStrict', 'gained', 'mean', 'longest'];

/**
 * The best additions by one aim, best first, of equals the one that makes the mean shorter, then the earlier village. At most `count`,
 * and none that does nothing for the aim.
 */
export function bestAdditions(additions: readonly Addition[], aim: AdditionAim, present: StationReach, count: number): Addition[] {
  const worth = (addition: Addition): number => {
    if (aim === 'mean') return -addition.mean;
    return aim === 'longest' ? present.coverage.all.longest - addition.longest : addition[aim];
  };
  return additions
    .filter((addition) => worth(addition) > 0)
    .toSorted((a, b) => worth(b) - worth(a) || a.mean - b.mean || a.village - b.village)
    .slice(0, count);
}
