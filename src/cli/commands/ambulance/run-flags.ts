import { SURGE_LEVELS } from '../../../experiment/index.ts';
import { EMERGENCY_TABLES, type EmergencyTable } from '../../../report/index.ts';
import type { Area } from '../../../results/index.ts';
import { allowedValues, createProblem, getInput, problemWords, readInput, type InputPath, type Problem } from '../../../scenario/index.ts';
import { createText } from '../../../text/index.ts';
import { CommandRefused, EXIT } from '../../exit.ts';
import { badFlag, readOptions, type OutputForm, type RawOptions } from '../../options.ts';
import type { RawEdits } from './station-edits.ts';

/** What commander hands over: every value as typed. */
export interface RawRunOptions extends RawOptions, RawEdits {
  readonly days?: string;
  readonly calibrate?: string | true;
  readonly surge?: string;
  readonly shut?: readonly string[];
  readonly withRound?: boolean;
  readonly change?: readonly string[];
}

export interface RunFlags {
  readonly form: OutputForm;
  readonly table: EmergencyTable;
  readonly city?: string;
  readonly sets: readonly string[];
  readonly seed?: number;
  readonly replications?: number;
  /** true: to the means that the source states. */
  readonly calibrate: true | Readonly<Record<Area, number>> | null;
  readonly surge: readonly number[] | null;
  /** Also fetch whom the scenario's screening round confirms, on its clock. */
  readonly withRound: boolean;
  /** Days that the user asked for. */
  readonly days?: number;
  readonly workers: number;
  readonly out?: string;
  readonly progress: boolean;
}

const MOST_LEVELS = 12;

/** Flags of `ambulance run` as values. Throws CommandRefused with everything wrong with them. */
export function readRunFlags(raw: RawRunOptions, processors: number): RunFlags {
  const { days, withRound, calibrate, surge, table, replications, ...shared } = raw;
  const options = readOptions(shared, processors);
  const problems: Problem[] = [];
  if (table !== undefined && !(EMERGENCY_TABLES as readonly string[]).includes(table))
    problems.push(badFlag('--table', table, problemWords('expected.choices', { choices: EMERGENCY_TABLES.join(', ') })));
  if (raw.json && table !== undefined) problems.push(createProblem('flags-exclude', { path: '--json', value: '--json, --table' }));
  const byInput = (flag: string, value: string | undefined, path: InputPath): number | undefined => {
    if (value === undefined) return undefined;
    const reading = readInput(getInput(path), value);
    if ('value' in reading) return Number(reading.value);
    problems.push(badFlag(flag, value, allowedValues(getInput(path))));
    return undefined;
  };
  const numbers = (value: string): number[] => value.split(',').map((part) => (/^\s*\d+(\.\d+)?\s*$/.test(part) ? Number(part) : NaN));
  const levels = surge === undefined ? (table === 'surge' ? SURGE_LEVELS : null) : numbers(surge);
  const most = getInput('emergency.transfersPerDay');
  const highest = 'max' in most ? most.max : Infinity;
  if (surge !== undefined && levels !== null && (levels.length > MOST_LEVELS || levels.some((level) => !(level <= highest))))
    problems.push(badFlag('--surge', surge, expected('levels')));
  const means = typeof calibrate === 'string' ? numbers(calibrate) : [];
  if (typeof calibrate === 'string' && (means.length !== 2 || means.some((minutes) => !(minutes > 0))))
    problems.push(badFlag('--calibrate', calibrate, expected('means')));
  const simulated = byInput('--days', days, 'emergency.days');
  const read: RunFlags = {
    form: raw.json ? 'json' : raw.csv || table !== undefined ? 'csv' : 'words',
    table: (table as EmergencyTable | undefined) ?? 'response',
    ...(options.city === undefined ? {} : { city: options.city }),
    sets: [...options.sets, ...(simulated === undefined ? [] : [`emergency.days=${simulated}`])],
    seed: options.seed,
    replications: byInput('--replications', replications, 'emergency.replications'),
    calibrate: calibrate === true ? true : calibrate === undefined ? null : { urban: means[0], rural: means[1] },
    surge: levels,
    withRound: withRound ?? false,
    ...(simulated === undefined ? {} : { days: simulated }),
    workers: options.workers,
    out: options.out,
    progress: options.progress,
  };
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'ambulance run');
  return read;
}

const expected = (what: 'levels' | 'means'): Problem['message'] => ({
  zh: createText('zh').t(`emergency:expected.${what}`),
  en: createText('en').t(`emergency:expected.${what}`),
});
