import {
  formatTime,
  KNOWN_CASES,
  LEAST_CUSTOMERS,
  MOST_CUSTOMERS,
  MOST_HEAP_CUSTOMERS,
  parseTime,
  queueUtilisation,
  TIME_PARAMETERS,
  verifyQueue,
  type QueueCheck,
  type QueueEngine,
  type QueuePlan,
} from '../../experiment/index.ts';
import { allowedValues, getInput, problemWords, readInput, type Problem } from '../../scenario/index.ts';
import { createText, type Text, type TextKey, type TextValues } from '../../text/index.ts';
import type { CommandEnvironment } from '../environment.ts';
import { CommandRefused, EXIT, type ExitCode } from '../exit.ts';
import { badFlag } from '../options.ts';
import { queueWords, verificationTable, type CheckedCase } from '../output/verify-words.ts';

/** What commander hands over: every value as typed. */
export interface RawVerifyOptions {
  readonly servers?: string;
  readonly arrival?: string;
  readonly service?: string;
  readonly customers?: string;
  readonly seed?: string;
  readonly initial?: string;
  readonly engine?: string;
  readonly json?: boolean;
}

const MOST_SERVERS = 10_000;
const DEFAULT_CUSTOMERS = 1_000_000;
/** Warm-up and first customers of a queue on the event heap come on top. */
const MOST_HEAP_COUNTED = Math.floor(MOST_HEAP_CUSTOMERS / 1.25);

const bothLanguages = (key: TextKey, values?: TextValues): Problem['message'] => ({
  zh: createText('zh').t(key, values),
  en: createText('en').t(key, values),
});

/** `verify [queue]`: the table of simulation against theory, exit code 1 when an interval misses; or one queue of the user's own. */
export async function verifyCommand(
  environment: CommandEnvironment,
  text: Text,
  subject: string | undefined,
  raw: RawVerifyOptions,
): Promise<ExitCode> {
  const isOneQueue =
    subject !== undefined || [raw.servers, raw.arrival, raw.service, raw.customers, raw.initial].some((x) => x !== undefined);
  const { problems, plan } = readPlan(subject, raw, isOneQueue);
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'verify');
  if (!isOneQueue) return verifyTable(environment, text, plan, raw);
  const check = await checkQueue(plan, environment.signal);
  const { arrival, service, ...rest } = plan;
  const queue = { ...rest, arrival: formatTime(arrival), service: formatTime(service) };
  environment.writeOut(
    raw.json ? `${JSON.stringify({ schema: 'pingzhan.verification/1', queue, ...check }, null, 2)}\n` : queueWords(text, plan, check),
  );
  return EXIT.done;
}

/** Reads every flag, so that everything wrong is said at once. */
function readPlan(subject: string | undefined, raw: RawVerifyOptions, isOneQueue: boolean): { problems: Problem[]; plan: QueuePlan } {
  const problems: Problem[] = [];
  const whole = (flag: string, value: string | undefined, least: number, most: number, otherwise: number): number => {
    const read = value !== undefined && /^\d{1,10}$/.test(value) ? Number(value) : NaN;
    if (value === undefined || (read >= least && read <= most)) return value === undefined ? otherwise : read;
    problems.push(badFlag(flag, value, problemWords('expected.integer', { min: least, max: most, unit: '' })));
    return otherwise;
  };
  const choice = <T extends string>(flag: string, value: string | undefined, choices: readonly T[]): T => {
    const found = choices.find((candidate) => candidate === value);
    if (value !== undefined && found === undefined)
      problems.push(badFlag(flag, value, problemWords('expected.choices', { choices: choices.join(', ') })));
    return found ?? choices[0];
  };
  const time = (flag: string, value: string | undefined): QueuePlan['arrival'] => {
    const found = parseTime(value ?? '');
    if (!found && isOneQueue) problems.push(badFlag(flag, value ?? '', bothLanguages('verify:expected.time', { names: timeNames() })));
    return found ?? { kind: 'exponential', rate: 1 };
  };
  if (subject !== undefined && subject !== 'queue') problems.push(badFlag('verify', subject, bothLanguages('verify:expected.subject')));
  const engine = choice<QueueEngine>('--engine', raw.engine, ['epoch', 'heap']);
  const most = engine === 'heap' ? MOST_HEAP_COUNTED : MOST_CUSTOMERS;
  const plan: QueuePlan = {
    servers: whole('--servers', raw.servers, 1, MOST_SERVERS, 1),
    arrival: time('--arrival', raw.arrival),
    service: time('--service', raw.service),
    customers: whole('--customers', raw.customers, LEAST_CUSTOMERS, most, DEFAULT_CUSTOMERS),
    seed: readSeed(raw.seed, problems),
    initial: choice('--initial', raw.initial, ['stationary', 'empty']),
    engine,
  };
  if (isOneQueue && problems.length === 0 && plan.initial === 'stationary' && queueUtilisation(plan) >= 1)
    problems.push(badFlag('--service', raw.service ?? '', bothLanguages('verify:expected.stable')));
  return { problems, plan };
}

/** "exponential:rate, deterministic:value, …" */
export const timeNames = (): string =>
  Object.entries(TIME_PARAMETERS)
    .map(([name, parameters]) => `${name}:${parameters.join(',')}`)
    .join(' · ');

function readSeed(value: string | undefined, problems: Problem[]): number {
  if (value === undefined) return 1;
  const definition = getInput('experiment.seed');
  const reading = readInput(definition, value);
  if ('value' in reading) return Number(reading.value);
  problems.push(badFlag('--seed', value, allowedValues(definition)));
  return 1;
}

/** A plan that only shows during the run that it goes beyond the clock or the memory is refused like any other. */
async function checkQueue(plan: QueuePlan, signal: AbortSignal): Promise<QueueCheck> {
  try {
    return await verifyQueue(plan, signal);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const isHeap = plan.engine === 'heap' && error.message.includes('heap');
    const expected = isHeap ? bothLanguages('verify:expected.heap', { most: MOST_HEAP_COUNTED }) : bothLanguages('verify:expected.range');
    const flag = isHeap ? '--customers' : '--service';
    throw new CommandRefused(EXIT.usage, [badFlag(flag, isHeap ? String(plan.customers) : formatTime(plan.service), expected)], 'verify');
  }
}

async function verifyTable(
  environment: CommandEnvironment,
  text: Text,
  { seed, engine }: QueuePlan,
  raw: RawVerifyOptions,
): Promise<ExitCode> {
  const checked: CheckedCase[] = [];
  for (const known of KNOWN_CASES) {
    const customers = engine === 'heap' ? Math.min(known.customers, MOST_HEAP_COUNTED) : known.customers;
    const plan: QueuePlan = { ...known, customers, seed, engine };
    const check = await checkQueue(plan, environment.signal);
    const [low, high] = check.simulated.interval99;
    checked.push({ plan, check, isCovered: check.theory !== null && low <= check.theory.meanWait && check.theory.meanWait <= high });
  }
  const missed = checked.filter(({ isCovered }) => !isCovered).length;
  if (raw.json) {
    const cases = checked.map(({ plan, check, isCovered }) => ({
      ...plan,
      arrival: formatTime(plan.arrival),
      service: formatTime(plan.service),
      ...check,
      isCovered,
    }));
    environment.writeOut(`${JSON.stringify({ schema: 'pingzhan.verification/1', cases, missed }, null, 2)}\n`);
  } else environment.writeOut(verificationTable(text, checked));
  return exitOf(checked);
}

/** One queue that misses fails the whole table. */
export const exitOf = (checked: readonly CheckedCase[]): ExitCode =>
  checked.every(({ isCovered }) => isCovered) ? EXIT.done : EXIT.unexpected;
