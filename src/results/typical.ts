import type { ScreeningRun } from '../engine/index.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../units/index.ts';
import { readCourierRounds } from './courier-rounds.ts';
import { firstRoundAt } from './record.ts';
import type { Piecewise } from './pieces.ts';
import { SERIES_STEP_MINUTES, type RunKpis, type TypicalRun } from './types.ts';

const STEP = SERIES_STEP_MINUTES * TICKS_PER_MINUTE;

interface Grid<T> {
  readonly places: number;
  readonly steps: T[];
}

/**
 * Follows a fresh run in steps of 15 minutes and keeps what the map, the stories and the lanes show. `kpis` are the figures of the same
 * replication, which tell how far to go. The stepping itself changes nothing (prefix law). Halts after every step and before it sums up.
 */
export function* followRun(run: ScreeningRun, siteCount: number, kpis: RunKpis): Piecewise<TypicalRun> {
  const end = Math.min(run.input.horizon, Math.ceil(lastHours(run, kpis) * (TICKS_PER_HOUR / STEP)) * STEP + STEP);
  const steps = Math.floor(end / STEP) + 1;
  const sites = (): Grid<Int32Array> => ({ places: siteCount, steps: [] });
  const labs = (): Grid<Int32Array> => ({ places: run.input.labs.count, steps: [] });
  const grids = { queue: sites(), sampled: sites(), arrived: sites(), tubesWaiting: sites(), backlog: labs(), busy: labs(), lines: labs() };
  const open: Uint8Array[] = [];
  const city = { carried: new Int32Array(steps), recalled: new Int32Array(steps), reswabbed: new Int32Array(steps) };
  for (let step = 0; step < steps; step++) {
    run.advanceTo(step * STEP);
    const { site, lab, count, courier } = run.state;
    const opened = openSites(run, siteCount);
    open.push(opened);
    grids.arrived.steps.push(site.arrived.slice(0, siteCount));
    grids.sampled.steps.push(site.sampled.slice(0, siteCount));
    grids.queue.steps.push(site.arrived.slice(0, siteCount).map((n, s) => (opened[s] === 1 ? n - site.sampled[s] : 0)));
    grids.tubesWaiting.steps.push(waitingTubes(run, siteCount));
    grids.backlog.steps.push(lab.waiting.map((n, i) => n + lab.priorityWaiting[i]));
    grids.busy.steps.push(lab.busyLines.slice());
    grids.lines.steps.push(lab.lines.slice());
    city.carried[step] = carried(run) + courier.load.reduce((sum, n) => sum + n, 0);
    city.recalled[step] = count.recalled;
    city.reswabbed[step] = count.reswabbed;
    yield;
  }
  const { site } = run.state;
  const finishHours = Float64Array.from({ length: siteCount }, (_, s) =>
    site.sampled[s] >= firstRoundAt(run, s) ? site.finish[s] / TICKS_PER_HOUR : NaN,
  );
  const waits = readWaits(run, siteCount, grids.arrived.steps);
  return {
    replication: run.replication,
    steps,
    stepMinutes: SERIES_STEP_MINUTES,
    siteQueue: flatten(grids.queue),
    siteSampled: flatten(grids.sampled),
    siteWaitMinutes: waits.byStep,
    siteOpen: flattenBytes(open, siteCount),
    siteOpeningHours: Float64Array.from(site.opening.subarray(0, siteCount), (at) => at / TICKS_PER_HOUR),
    siteFinishHours: finishHours,
    siteWaitP90Minutes: waits.p90,
    siteWaitOver60Share: waits.over60,
    sitePeakQueue: peaks(grids.queue),
    siteTubesWaiting: flatten(grids.tubesWaiting),
    labBacklog: flatten(grids.backlog),
    labLinesBusy: flatten(grids.busy),
    labLines: flatten(grids.lines),
    carriedTubes: city.carried,
    rounds: readCourierRounds(run),
    recalled: city.recalled,
    reswabbed: city.reswabbed,
    lastPercent: lastPercent(run, siteCount, kpis, grids.sampled.steps),
  };
}

function lastHours(run: ScreeningRun, kpis: RunKpis): number {
  const horizon = run.input.horizon / TICKS_PER_HOUR;
  if (kpis.resultedFinishHours !== null) return Math.max(kpis.resultedFinishHours, kpis.sampledFinishHours ?? 0, kpis.deadlineHours);
  return Math.min(horizon, Math.max(7 * 24, (kpis.sampledFinishHours ?? 0) + 48, kpis.deadlineHours));
}

/** Open now: the site has opened and not closed, and has people left to serve. */
function openSites(run: ScreeningRun, siteCount: number): Uint8Array {
  const { site } = run.state;
  return Uint8Array.from({ length: siteCount }, (_, s) => (site.isOpen[s] === 1 && site.sampled[s] < site.expected[s] ? 1 : 0));
}

function waitingTubes(run: ScreeningRun, siteCount: number): Int32Array {
  const { site, tube, now } = run.state;
  return Int32Array.from({ length: siteCount }, (_, s) => {
    let waiting = 0;
    for (let i = site.collected[s]; i < site.tubes[s] && tube.closedAt[site.tubeStart[s] + i] <= now; i++) waiting++;
    return waiting;
  });
}

/** Tubes sent to labs that have neither arrived nor been read. */
function carried(run: ScreeningRun): number {
  const { count, now } = run.state;
  let onTheWay = 0;
  for (let i = count.rounds.size - 1; i >= 0 && now - count.rounds.startedAt[i] < 24 * TICKS_PER_HOUR; i--) {
    if (count.rounds.atLabAt[i] > now) onTheWay += count.rounds.tubes[i];
  }
  return onTheWay;
}

function flatten(grid: Grid<Int32Array>): Int32Array {
  const flat = new Int32Array(grid.places * grid.steps.length);
  grid.steps.forEach((row, step) => {
    for (let place = 0; place < grid.places; place++) flat[place * grid.steps.length + step] = row[place];
  });
  return flat;
}

function flattenBytes(rows: readonly Uint8Array[], places: number): Uint8Array {
  const flat = new Uint8Array(places * rows.length);
  rows.forEach((row, step) => {
    for (let place = 0; place < places; place++) flat[place * rows.length + step] = row[place];
  });
  return flat;
}

function peaks(grid: Grid<Int32Array>): Int32Array {
  return Int32Array.from({ length: grid.places }, (_, place) => grid.steps.reduce((most, row) => Math.max(most, row[place]), 0));
}

/** Waiting time by quarter hour of arrival, and each site's 90th percentile and share above an hour. */
function readWaits(
  run: ScreeningRun,
  siteCount: number,
  arrived: readonly Int32Array[],
): { byStep: Float32Array; p90: Float64Array; over60: Float64Array } {
  const { site, person } = run.state;
  const steps = arrived.length;
  const byStep = new Float32Array(siteCount * steps);
  const p90 = new Float64Array(siteCount);
  const over60 = new Float64Array(siteCount);
  for (let s = 0; s < siteCount; s++) {
    const first = site.personStart[s];
    const waits = Float64Array.from({ length: site.sampled[s] }, (_, k) => person.ready[first + k] - person.arrival[first + k]);
    for (let step = 0; step + 1 < steps; step++) {
      const from = Math.min(waits.length, arrived[step][s]);
      const to = Math.min(waits.length, arrived[step + 1][s]);
      let sum = 0;
      for (let k = from; k < to; k++) sum += waits[k];
      if (to > from) byStep[s * steps + step] = sum / (to - from) / TICKS_PER_MINUTE;
    }
    waits.sort();
    if (waits.length > 0) p90[s] = waits[Math.ceil(0.9 * waits.length) - 1] / TICKS_PER_MINUTE;
    over60[s] = waits.length > 0 ? waits.filter((ticks) => ticks > TICKS_PER_HOUR).length / waits.length : 0;
  }
  return { byStep, p90, over60 };
}

/** People per site who were still to be sampled at the step in which 99 % were done. */
function lastPercent(run: ScreeningRun, siteCount: number, kpis: RunKpis, sampled: readonly Int32Array[]): Int32Array {
  const t99 = kpis.sampledT99Hours;
  const step = t99 === null ? sampled.length - 1 : Math.min(sampled.length - 1, Math.ceil((t99 * TICKS_PER_HOUR) / STEP));
  return Int32Array.from({ length: siteCount }, (_, s) => Math.max(0, firstRoundAt(run, s) - sampled[step][s]));
}
