import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ScreeningInput } from '../src/engine/index.ts';
import { measureFirstAnswer, measureStudy } from './command-line.ts';
import { ezhouInput } from './ezhou.ts';
import { measure, type Measurement, type Times } from './measure.ts';
import { performanceDocument, summaryText, type BenchResult } from './report.ts';
import { profileStages } from './stages.ts';
import { withEnginePart } from './sections.mjs';
import { benchInput, parseWorkload, type Workload } from './workload.ts';
import { createYardstick } from './yardstick.ts';

const SEED = 1;
/** Counted replications of the event heap and of the profile: enough for a median, few enough to wait for. */
const HEAP_RUNS = 5;
const PROFILED_RUNS = 15;

const { values } = parseArgs({
  options: {
    workload: { type: 'string' },
    replications: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(SEED) },
    json: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    study: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    root: { type: 'string', default: process.cwd() },
  },
});

function readCount(name: 'replications' | 'seed', least: number): number {
  const count = Number(values[name]);
  if (Number.isInteger(count) && count >= least && count <= 1e6) return count;
  console.error(`--${name} ${values[name]}: a whole number of at least ${least} is wanted`);
  process.exit(2);
}

function openWorkload(path: string): Workload {
  try {
    return parseWorkload(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`--workload ${path}: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(3);
  }
}

const folder = process.env.INIT_CWD ?? process.cwd();
const inRoot = (...parts: string[]): string => join(values.root, ...parts);
const city = openWorkload(values.workload === undefined ? inRoot('bench', 'city.json') : join(folder, values.workload));
const replications = values.short ? Math.min(5, readCount('replications', 1)) : readCount('replications', 1);
const seed = readCount('seed', 0);
const input = benchInput(city);

const bench = measure(input, seed, replications);
const peakMemoryMB = process.resourceUsage().maxRSS / 1024;
/** Comes last: V8 makes the engine's code more general, and slower, once it has seen both ways of computing. */
const measureHeap = (): Measurement => measure({ ...input, engine: 'heap' } as ScreeningInput, seed, Math.min(HEAP_RUNS, replications));
const answer = {
  ...bench.answers,
  replications,
  seed,
  deviations: bench.deviations,
  msPerReplication: bench.msPerReplication,
  processorMsPerReplication: bench.processorMs,
  peakMemoryMB,
};

if (values.json) {
  process.stdout.write(`${JSON.stringify({ ...answer, heapMsPerReplication: measureHeap().msPerReplication }, null, 2)}\n`);
} else {
  const result = await measureAll();
  process.stdout.write(summaryText(result));
  if (values.write) {
    const path = inRoot('docs', 'performance.md');
    writeFileSync(path, withEnginePart(existsSync(path) ? readFileSync(path, 'utf8') : '', performanceDocument(result)));
  }
}

/** Two turns as one: the mean of their medians, the less of their least. */
function together(before: Times | undefined, after: Times | undefined): Times | null {
  if (!before || !after) return null;
  return { median: (before.median + after.median) / 2, min: Math.min(before.min, after.min) };
}

/** The yardsticks run before and after the engine's turn, so that both see the same neighbours. */
async function measureAll(): Promise<BenchResult> {
  const runs = values.short ? 5 : 20;
  const yardsticks = (['tables', 'ziggurat'] as const).map((draws) => createYardstick(city, inRoot('bench', 'yardstick.c'), draws));
  const ezhou = ezhouInput(inRoot('data', 'ezhou', 'pack.json'));
  const before = yardsticks.map((yardstick) => yardstick?.run(runs).times);
  const engine = measure(input, seed, runs).processorMs;
  const full = measure(ezhou, seed, values.short ? 3 : runs).processorMs;
  const after = yardsticks.map((yardstick) => yardstick?.run(runs).times);
  for (const yardstick of yardsticks) yardstick?.dispose();
  const again = measure(input, seed, runs).processorMs;
  const stages = {
    bench: await profileStages(() => void measure(input, seed, values.short ? 3 : PROFILED_RUNS)),
    ezhou: await profileStages(() => void measure(ezhou, seed, values.short ? 3 : PROFILED_RUNS)),
  };
  const program = inRoot('dist', 'cli', 'cli.js');
  const hasProgram = existsSync(program);
  return {
    processors: cpus().length,
    load: loadavg()[0],
    node: process.versions.node,
    answer,
    c: together(before[0], after[0]),
    ziggurat: together(before[1], after[1]),
    engine: together(engine, again)!,
    heap: measureHeap().processorMs,
    ezhou: full,
    firstAnswer: hasProgram ? measureFirstAnswer(program, values.short ? 2 : 7) : null,
    study: values.study && hasProgram ? measureStudy(program, 1000, 2) : null,
    stages,
  };
}
