/** A weight for everyone within so many minutes and beyond the step before; steps ascend. */
export interface CatchmentStep {
  readonly minutes: number;
  readonly weight: number;
}

/**
 * Two-step floating catchment areas: what of the places' capacity a resident of each cell can count on, per resident.
 * First each place shares its capacity among the residents of its catchment, then each cell adds up the shares of the places that it
 * reaches. One step with weight 1 is the plain method (Luo and Wang 2003); falling weights make the enhanced one (Luo and Qi 2009).
 * What all residents can count on adds up to the capacity of all places that reach anyone.
 */
export function floatingCatchment(
  residents: ArrayLike<number>,
  fields: readonly Float64Array[],
  capacities: ArrayLike<number>,
  steps: readonly CatchmentStep[],
): Float64Array {
  const weightAt = (minutes: number): number => steps.find((step) => minutes <= step.minutes)?.weight ?? 0;
  const access = new Float64Array(residents.length);
  fields.forEach((field, p) => {
    const weights = Float64Array.from(field, weightAt);
    let demand = 0;
    for (let c = 0; c < residents.length; c++) demand += residents[c] * weights[c];
    if (demand === 0) return;
    for (let c = 0; c < residents.length; c++) access[c] += (capacities[p] / demand) * weights[c];
  });
  return access;
}

/** Weights of the enhanced method over three zones of ten minutes (Luo and Qi 2009). */
export const ENHANCED_STEPS: readonly CatchmentStep[] = [
  { minutes: 10, weight: 1 },
  { minutes: 20, weight: 0.68 },
  { minutes: 30, weight: 0.22 },
];

/** Who goes where when places take no more than they can. */
export interface LimitedCatchments {
  /** Residents taken by each place. */
  readonly taken: Float64Array;
  /** Mean minutes of the taken, by place; NaN for a place that takes nobody. */
  readonly meanMinutes: Float64Array;
  /** Residents of each cell whom no place takes. */
  readonly left: Float64Array;
  /** Residents of each cell who do not go to their nearest place. */
  readonly diverted: Float64Array;
}

/**
 * Shares residents among places nearest first: of all pairs of a cell and a place the one with the fewest minutes is served first, as far
 * as residents and capacity reach. Pairs beyond `within` are not served. The rule is simple and local; it does not minimise the sum.
 */
export function limitedCatchments(
  residents: ArrayLike<number>,
  fields: readonly Float64Array[],
  capacities: ArrayLike<number>,
  within = Infinity,
): LimitedCatchments {
  const cells = residents.length;
  const pairs: number[] = [];
  const nearest = new Float64Array(cells).fill(Infinity);
  fields.forEach((field, p) => {
    for (let c = 0; c < cells; c++) {
      if (!(residents[c] > 0 && field[c] <= within && field[c] < Infinity)) continue;
      pairs.push(p * cells + c);
      if (field[c] < nearest[c]) nearest[c] = field[c];
    }
  });
  const minutesOf = (pair: number): number => fields[Math.floor(pair / cells)][pair % cells];
  pairs.sort((a, b) => minutesOf(a) - minutesOf(b) || a - b);
  const left = Float64Array.from(residents);
  const room = Float64Array.from(capacities);
  const taken = new Float64Array(fields.length);
  const weighted = new Float64Array(fields.length);
  const diverted = new Float64Array(cells);
  for (const pair of pairs) {
    const [p, c] = [Math.floor(pair / cells), pair % cells];
    const people = Math.min(left[c], room[p]);
    left[c] -= people;
    room[p] -= people;
    taken[p] += people;
    weighted[p] += people * fields[p][c];
    if (fields[p][c] > nearest[c]) diverted[c] += people;
  }
  return { taken, meanMinutes: weighted.map((minutes, p) => (taken[p] > 0 ? minutes / taken[p] : NaN)), left, diverted };
}
