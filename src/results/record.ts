import { BIN_TICKS, WAIT_BIN_TICKS, WAIT_BINS, type RunState, type ScreeningRun } from '../engine/index.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../units/index.ts';
import { SERIES_STEP_MINUTES, type RunKpis, type RunRecord } from './types.ts';

const BINS_PER_STEP = (SERIES_STEP_MINUTES * TICKS_PER_MINUTE) / BIN_TICKS;
const hours = (ticks: number): number => ticks / TICKS_PER_HOUR;

/** Reads a finished run's figures. `siteCount` planned sites come first in the engine's list; door teams behind them are left out of rows. */
export function recordRun(run: ScreeningRun, siteCount: number): RunRecord {
  const { state } = run;
  return {
    replication: run.replication,
    kpis: readKpis(run, siteCount),
    series: readSeries(state),
    sites: readSites(run, siteCount),
    labs: readLabs(state),
  };
}

function firstRoundPeople(run: ScreeningRun): number {
  return run.input.sites.people.reduce((sum, n) => sum + n, 0);
}

/** People of the first round who were not sampled by the deadline, per stage site: late or never. */
function unsampled(run: ScreeningRun, s: number): number {
  const people = firstRoundAt(run, s);
  return people - Math.min(people, run.state.site.sampled[s]) + run.state.site.late[s];
}

/** People whom stage site s serves in the first round; with boards these need not be its own. */
export function firstRoundAt(run: ScreeningRun, s: number): number {
  return run.input.rounds.count === 1 ? run.state.site.expected[s] : run.input.sites.people[s];
}

function readKpis(run: ScreeningRun, siteCount: number): RunKpis {
  const { input, state } = run;
  const { count, site, lab } = state;
  const people = firstRoundPeople(run);
  const sampledAll = total(count.sampled, count.bins) === people;
  const resultedAll = total(count.resulted, count.bins) === people;
  let missing = 0;
  let unfinished = 0;
  let duty = 0;
  for (let s = 0; s < input.sites.count; s++) {
    missing += unsampled(run, s);
    if (s < siteCount && unsampled(run, s) > 0) unfinished++;
    duty += site.dutyTicks[s];
  }
  const waits = readWaits(state);
  const swabbed = site.sampled.reduce((sum, n) => sum + n, 0);
  return {
    sampledFinishHours: sampledAll ? hours(count.finishSampled[0]) : null,
    resultedFinishHours: resultedAll ? hours(count.finishResulted[0]) : null,
    firstResultFinishHours: count.firstRead === people ? hours(count.finishFirst[0]) : null,
    sampledT99Hours: hourReached(count.sampled, count.bins, 0.99 * people),
    resultedT99Hours: hourReached(count.resulted, count.bins, 0.99 * people),
    unsampledAtDeadline: missing,
    unresultedAtDeadline: people - count.resultedInTime,
    unreadAtDeadline: people - count.firstReadInTime,
    deadlineHours: hours(state.deadline),
    ...waits,
    tubes: site.tubes.reduce((sum, n) => sum + n, 0) + count.reswabbed,
    plates: lab.plates.reduce((sum, n) => sum + n, 0),
    swabs: swabbed + count.reswabbed,
    staffHours: hours(duty) * input.staffPerDesk,
    vehicleKilometres: count.courierTicks * input.couriers.kilometresPerTick,
    sealedLateTubes: count.sealedLate,
    atLabLateTubes: count.arrivedLate,
    oldSpecimens: count.oldSpecimens,
    recalledPeople: count.recalled,
    sitesUnfinishedAtDeadline: unfinished,
    labBacklogPeakTubes: state.labWaitingPeak,
    labUtilisation: labUtilisation(state),
  };
}

function total(bins: Int32Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += bins[i];
  return sum;
}

/** Hour at which a cumulative count reaches a level, linear inside the 5-minute bin; null when it never does. */
function hourReached(bins: Int32Array, size: number, level: number): number | null {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    if (bins[i] > 0 && sum + bins[i] >= level) return hours((i + (level - sum) / bins[i]) * BIN_TICKS);
    sum += bins[i];
  }
  return null;
}

function readWaits({ count, site }: RunState): Pick<RunKpis, 'waitMeanMinutes' | 'waitP90Minutes' | 'waitMaxMinutes' | 'waitOver60Share'> {
  const people = total(count.waits, WAIT_BINS);
  if (people === 0) return { waitMeanMinutes: 0, waitP90Minutes: 0, waitMaxMinutes: 0, waitOver60Share: 0 };
  const hourBin = TICKS_PER_HOUR / WAIT_BIN_TICKS;
  let over = 0;
  for (let i = hourBin; i < WAIT_BINS; i++) over += count.waits[i];
  return {
    waitMeanMinutes: site.waitSum.reduce((sum, ticks) => sum + ticks, 0) / people / TICKS_PER_MINUTE,
    waitP90Minutes: waitQuantile(count.waits, 0.9 * people) / TICKS_PER_MINUTE,
    waitMaxMinutes: site.waitMax.reduce((most, ticks) => Math.max(most, ticks), 0) / TICKS_PER_MINUTE,
    waitOver60Share: over / people,
  };
}

function waitQuantile(waits: Int32Array, level: number): number {
  let sum = 0;
  for (let i = 0; i < WAIT_BINS; i++) {
    if (waits[i] > 0 && sum + waits[i] >= level) return (i + (level - sum) / waits[i]) * WAIT_BIN_TICKS;
    sum += waits[i];
  }
  return WAIT_BINS * WAIT_BIN_TICKS;
}

/** Line time that a lab had at hand from its first delivery to its last result. */
function offeredTicks({ lab }: RunState, i: number): number {
  if (!(lab.lastAt[i] > lab.firstAt[i])) return 0;
  const since = Math.max(lab.firstAt[i], lab.offeredUntil[i]);
  return Math.max(lab.busyTicks[i], lab.offeredTicks[i] + lab.lines[i] * Math.max(0, lab.lastAt[i] - since));
}

/** Share of line time in use from the first delivery to the last result, all labs together. */
function labUtilisation(state: RunState): number {
  let busy = 0;
  let offered = 0;
  state.lab.busyTicks.forEach((ticks, i) => {
    busy += ticks;
    offered += offeredTicks(state, i);
  });
  return offered > 0 ? busy / offered : 0;
}

function readSeries({ count }: RunState): RunRecord['series'] {
  const { arrived, sampled, delivered, resulted, bins } = count;
  return {
    arrived: cumulate(arrived, bins),
    sampled: cumulate(sampled, bins),
    delivered: cumulate(delivered, bins),
    resulted: cumulate(resulted, bins),
  };
}

function cumulate(bins: Int32Array, size: number): Int32Array {
  let last = size - 1;
  while (last > 0 && bins[last] === 0) last--;
  const series = new Int32Array(Math.ceil((last + 1) / BINS_PER_STEP) + 1);
  let sum = 0;
  for (let step = 1; step < series.length; step++) {
    for (let i = (step - 1) * BINS_PER_STEP; i < Math.min(size, step * BINS_PER_STEP); i++) sum += bins[i];
    series[step] = sum;
  }
  return series;
}

function readSites(run: ScreeningRun, siteCount: number): RunRecord['sites'] {
  const { site } = run.state;
  const row = (figure: (s: number) => number): Float64Array => Float64Array.from({ length: siteCount }, (_, s) => figure(s));
  return {
    finishHours: row((s) => (site.sampled[s] >= firstRoundAt(run, s) ? hours(site.finish[s]) : NaN)),
    waitMeanMinutes: row((s) => (site.sampled[s] > 0 ? site.waitSum[s] / site.sampled[s] / TICKS_PER_MINUTE : 0)),
    waitMaxMinutes: row((s) => site.waitMax[s] / TICKS_PER_MINUTE),
    unsampledAtDeadline: row((s) => unsampled(run, s)),
    utilisation: row((s) => (site.dutyTicks[s] > 0 ? Math.min(1, site.busyTicks[s] / site.dutyTicks[s]) : 0)),
  };
}

function readLabs(state: RunState): RunRecord['labs'] {
  const { lab } = state;
  return {
    tubes: Float64Array.from(lab.tubes),
    utilisation: Float64Array.from(lab.busyTicks, (ticks, i) => {
      const offered = offeredTicks(state, i);
      return offered > 0 ? ticks / offered : 0;
    }),
    backlogPeak: Float64Array.from(lab.waitingPeak),
    lastResultHours: Float64Array.from(lab.lastAt, hours),
  };
}
