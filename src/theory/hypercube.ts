import { requireCount, requirePositive, requireNonNegative, requireThat } from './arguments.ts';
import { erlangB } from './erlang.ts';

/** A fleet whose vehicles differ by where they stand. One unit of time throughout. */
export interface Hypercube {
  /** Calls per unit of time from each atom (place). */
  readonly rates: readonly number[];
  /** Service rate of every vehicle, travel included. */
  readonly serviceRate: number;
  readonly vehicles: number;
  /** Vehicles in the order in which each atom wants them; every row has each vehicle once. */
  readonly preferences: readonly (readonly number[])[];
  /** Calls that find nobody free are lost, or wait in the order of calling. */
  readonly waiting: 'lost' | 'queue';
}

export interface HypercubeMeasures {
  readonly approximate: boolean;
  /** Share of time that each vehicle is busy. */
  readonly busy: readonly number[];
  /** Share of an atom's calls that each vehicle serves at once: [atom][vehicle]. The rest waits or is lost. */
  readonly served: readonly (readonly number[])[];
  /** Share of calls that find nobody free. */
  readonly noneFree: number;
}

/** 2¹² states take a moment; beyond that the approximation answers. */
export const MOST_EXACT_VEHICLES = 12;
const SWEEPS = 20_000;
const CLOSE = 1e-13;

/**
 * Larson's hypercube queueing model, exact: the stationary distribution over which vehicles are busy, by Gauss–Seidel sweeps, with the
 * queue's geometric tail behind it. At most 12 vehicles. A full queue system answers Infinity-free only below saturation: throws RangeError
 * otherwise. Source: Larson, Computers & Operations Research 1 (1974) 67.
 */
export function hypercube(model: Hypercube): HypercubeMeasures {
  check(model);
  const { rates, serviceRate, vehicles, preferences, waiting } = model;
  requireThat(vehicles <= MOST_EXACT_VEHICLES, 'vehicles', vehicles, `at most ${MOST_EXACT_VEHICLES} for the exact model`);
  const load = sum(rates) / serviceRate;
  requireThat(waiting === 'lost' || load < vehicles, 'load', load, `below ${vehicles} where calls wait`);
  const states = 1 << vehicles;
  const full = states - 1;
  const upwards = upwardRates(model, states);
  const out = new Float64Array(states);
  for (let state = 0; state < states; state++) {
    let rate = bits(state) * serviceRate;
    if (state !== full) rate += sum(rates);
    out[state] = rate;
  }
  const chance = new Float64Array(states).fill(1 / states);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (let state = 0; state < states; state++) {
      let inflow = 0;
      for (let v = 0; v < vehicles; v++) {
        const bit = 1 << v;
        if (state & bit) inflow += chance[state ^ bit] * upwards[(state ^ bit) * vehicles + v];
        else inflow += chance[state | bit] * serviceRate;
      }
      const next = inflow / out[state];
      moved = Math.max(moved, Math.abs(next - chance[state]));
      chance[state] = next;
    }
    const total = sum(chance);
    for (let state = 0; state < states; state++) chance[state] /= total;
    if (moved < CLOSE) break;
  }
  // Behind the full state stands the queue of M/M/c; in front of it everything keeps its proportions.
  const tail = waiting === 'queue' ? chance[full] / (1 - load / vehicles) : chance[full];
  const scale = 1 / (1 - chance[full] + tail);
  const noneFree = tail * scale;
  const busy = Array.from({ length: vehicles }, (_, v) => {
    let share = 0;
    for (let state = 0; state < full; state++) if (state & (1 << v)) share += chance[state];
    return share * scale + noneFree;
  });
  const served = preferences.map((order) => {
    const row = new Array<number>(vehicles).fill(0);
    for (let state = 0; state < full; state++) row[firstFree(order, state)] += chance[state] * scale;
    return row;
  });
  return { approximate: false, busy, served, noneFree };
}

/** Rate at which each vehicle becomes busy in each state: [state × vehicle]. */
function upwardRates({ rates, vehicles, preferences }: Hypercube, states: number): Float64Array {
  const rate = new Float64Array(states * vehicles);
  for (let state = 0; state < states - 1; state++) {
    preferences.forEach((order, atom) => (rate[state * vehicles + firstFree(order, state)] += rates[atom]));
  }
  return rate;
}

function firstFree(order: readonly number[], state: number): number {
  for (const v of order) if ((state & (1 << v)) === 0) return v;
  return -1;
}

/**
 * Larson's approximation for any number of vehicles: each vehicle's busy share from a fixed point in which vehicles are drawn from those of
 * M/M/c without putting back. Labelled approximate; about a hundredth off for the fleets in the tests. Calls that find nobody free are lost.
 * Source: Larson, Operations Research 23 (1975) 845.
 */
export function hypercubeApproximation(model: Omit<Hypercube, 'waiting'>): HypercubeMeasures {
  check(model);
  const { rates, serviceRate, vehicles, preferences } = model;
  const load = sum(rates) / serviceRate;
  const noneFree = erlangB(vehicles, load);
  const share = (load * (1 - noneFree)) / vehicles;
  const correction = withoutPuttingBack(vehicles, load, share);
  let busy = new Array<number>(vehicles).fill(share);
  for (let step = 0; step < 1000; step++) {
    const asked = askedFor(model, busy, correction);
    const next = asked.map((rate) => rate / (serviceRate + rate));
    const scale = (share * vehicles) / sum(next);
    const moved = Math.max(...next.map((value, v) => Math.abs(value * scale - busy[v])));
    busy = next.map((value) => Math.min(1, value * scale));
    if (moved < CLOSE) break;
  }
  const served = preferences.map((order) => {
    const row = new Array<number>(vehicles).fill(0);
    let before = 1;
    order.forEach((v, k) => {
      row[v] = correction[k] * before * (1 - busy[v]);
      before *= busy[v];
    });
    const all = sum(row);
    return row.map((value) => (value * (1 - noneFree)) / all);
  });
  return { approximate: true, busy, served, noneFree };
}

/** Rate at which each vehicle is asked for while it is free. */
function askedFor(
  { rates, vehicles, preferences }: Omit<Hypercube, 'waiting'>,
  busy: readonly number[],
  correction: readonly number[],
): number[] {
  const asked = new Array<number>(vehicles).fill(0);
  preferences.forEach((order, atom) => {
    let before = 1;
    order.forEach((v, k) => {
      asked[v] += rates[atom] * correction[k] * before;
      before *= busy[v];
    });
  });
  return asked;
}

/**
 * How much likelier it is that the first k of a random order of vehicles are busy and the next is free than independence says: with i of c
 * vehicles busy it is i!/(i − k)! (c − k − 1)!/c! (c − i).
 */
function withoutPuttingBack(vehicles: number, load: number, share: number): number[] {
  const chances = lossDistribution(vehicles, load);
  return Array.from({ length: vehicles }, (_, k) => {
    let joint = 0;
    for (let i = k; i < vehicles; i++) {
      let ways = (vehicles - i) / (vehicles - k);
      for (let m = 0; m < k; m++) ways *= (i - m) / (vehicles - m);
      joint += chances[i] * ways;
    }
    const independent = share ** k * (1 - share);
    return independent === 0 ? 1 : joint / independent;
  });
}

/** Chances of 0 … c busy vehicles in M/M/c/c. */
function lossDistribution(vehicles: number, load: number): number[] {
  const weights = [1];
  for (let i = 1; i <= vehicles; i++) weights.push((weights[i - 1] * load) / i);
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

function check({ rates, serviceRate, vehicles, preferences }: Omit<Hypercube, 'waiting'>): void {
  requireCount('vehicles', vehicles);
  requirePositive('serviceRate', serviceRate);
  rates.forEach((rate, atom) => requireNonNegative(`rates[${atom}]`, rate));
  requireThat(preferences.length === rates.length, 'preferences', preferences.length, `a row for each of ${rates.length} atoms`);
  preferences.forEach((order, atom) => {
    const isWhole = order.length === vehicles && new Set(order).size === vehicles && order.every((v) => v >= 0 && v < vehicles);
    requireThat(isWhole, `preferences[${atom}]`, order, 'each vehicle once');
  });
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

function bits(state: number): number {
  let count = 0;
  for (let rest = state; rest > 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Least number of vehicles with which at most this share of calls finds nobody free, vehicles being alike (Erlang's loss formula, whatever
 * the distribution of a mission's length). offeredLoad in vehicles, share above 0.
 */
export function leastFleet(offeredLoad: number, share: number): number {
  requireNonNegative('offeredLoad', offeredLoad);
  requireThat(share > 0 && share <= 1, 'share', share, 'above 0 to 1');
  let vehicles = 1;
  while (erlangB(vehicles, offeredLoad) > share) vehicles++;
  return vehicles;
}
