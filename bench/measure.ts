import { createRun, WAIT_BIN_TICKS, type ScreeningInput, type ScreeningRun } from '../src/engine/index.ts';

/** Middle and least of some times; middle of an even number is the mean of the two in the middle. */
export interface Times {
  readonly median: number;
  readonly min: number;
}

export interface RoundAnswers {
  readonly meanWaitSeconds: number;
  readonly p95WaitSeconds: number;
  readonly samplingEndsHours: number;
  readonly resultsEndHours: number;
  readonly tubes: number;
  readonly plates: number;
}

export interface Measurement {
  /** Means over the replications. */
  readonly answers: RoundAnswers;
  /** Standard deviations of one replication. */
  readonly deviations: RoundAnswers;
  readonly msPerReplication: Times;
  /** The same in processor time, which neighbours on the machine disturb least. */
  readonly processorMs: Times;
}

const ANSWERS = ['meanWaitSeconds', 'p95WaitSeconds', 'samplingEndsHours', 'resultsEndHours', 'tubes', 'plates'] as const;
const WARM_UP = 3;
const HOUR = 3_600_000;

/** Runs replications of an input one after the other in this thread, warm, through the engine's door. */
export function measure(input: ScreeningInput, seed: number, replications: number): Measurement {
  let spent: ScreeningRun | undefined;
  const simulate = (replication: number): RoundAnswers => {
    spent = createRun(input, seed, replication, spent);
    spent.advanceTo(input.horizon);
    return readAnswers(spent);
  };
  for (let i = 0; i < WARM_UP; i++) simulate(i);
  const times: number[] = [];
  const processor: number[] = [];
  const runs: RoundAnswers[] = [];
  for (let replication = 0; replication < replications; replication++) {
    const began = performance.now();
    const before = process.cpuUsage();
    runs.push(simulate(replication));
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - began);
    processor.push((user + system) / 1000);
  }
  return {
    answers: eachAnswer(runs, mean),
    deviations: eachAnswer(runs, deviation),
    msPerReplication: timesOf(times),
    processorMs: timesOf(processor),
  };
}

export function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return { median: (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2, min: sorted[0] };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(1, values.length - 1));
}

function eachAnswer(runs: readonly RoundAnswers[], figure: (values: readonly number[]) => number): RoundAnswers {
  return Object.fromEntries(ANSWERS.map((name) => [name, figure(runs.map((run) => run[name]))])) as unknown as RoundAnswers;
}

function readAnswers({ input, state }: ScreeningRun): RoundAnswers {
  const { site, lab, count } = state;
  const people = input.sites.people.reduce((sum, n) => sum + n, 0);
  return {
    meanWaitSeconds: site.waitSum.reduce((sum, ticks) => sum + ticks, 0) / people / 1000,
    p95WaitSeconds: waitQuantile(count.waits, 0.95 * people) / 1000,
    samplingEndsHours: count.finishSampled[0] / HOUR,
    resultsEndHours: count.finishResulted[0] / HOUR,
    tubes: site.tubes.reduce((sum, n) => sum + n, 0),
    plates: lab.plates.reduce((sum, n) => sum + n, 0),
  };
}

/** Ticks below which `level` people waited, linear inside a bin. */
function waitQuantile(waits: Int32Array, level: number): number {
  let left = level;
  let bin = 0;
  while (bin < waits.length - 1 && left > waits[bin]) left -= waits[bin++];
  return (bin + left / waits[bin]) * WAIT_BIN_TICKS;
}
