import { CSV_TABLES, type CsvTable } from '../report/index.ts';
import { allowedValues, createProblem, getInput, problemWords, readInput, type InputPath, type Problem } from '../scenario/index.ts';
import { CommandRefused, EXIT } from './exit.ts';

/** What commander hands over: every value as typed. */
export interface RawOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly table?: string;
  readonly seed?: string;
  readonly replications?: string;
  readonly precision?: string;
  readonly workers?: string;
  readonly set?: readonly string[];
  readonly luckOnly?: boolean;
  readonly city?: string;
  readonly lang?: string;
  readonly marginal?: boolean;
  readonly claims?: boolean;
  readonly remedies?: boolean;
  readonly out?: string;
  readonly progress?: boolean;
}

export type OutputForm = 'words' | 'json' | 'csv';

export interface StudyOptions {
  readonly form: OutputForm;
  readonly table: CsvTable;
  readonly seed?: number;
  readonly replications?: number;
  readonly precision?: number;
  readonly workers: number;
  readonly sets: readonly string[];
  readonly city?: string;
  readonly marginal: boolean;
  readonly claims: boolean;
  readonly remedies: boolean;
  readonly out?: string;
  readonly progress: boolean;
}

const MOST_WORKERS = 64;

/** Options of a command as values; throws CommandRefused with everything wrong with them. */
export function readOptions(raw: RawOptions, processors: number): StudyOptions {
  const problems: Problem[] = [];
  const flag = (name: string, value: string | undefined, path: InputPath): number | undefined => {
    if (value === undefined) return undefined;
    const definition = getInput(path);
    const reading = readInput(definition, value);
    if ('value' in reading) return Number(reading.value);
    problems.push(badFlag(name, value, allowedValues(definition)));
    return undefined;
  };
  const oneOf = (name: string, value: string | undefined, choices: readonly string[]): void => {
    if (value !== undefined && !choices.includes(value))
      problems.push(badFlag(name, value, problemWords('expected.choices', { choices: choices.join(', ') })));
  };
  oneOf('--table', raw.table, CSV_TABLES);
  if (raw.json && (raw.csv || raw.table !== undefined))
    problems.push(createProblem('flags-exclude', { path: '--json', value: '--json, --csv' }));
  const words = !raw.json && !raw.csv && raw.table === undefined;
  const options: StudyOptions = {
    form: words ? 'words' : raw.json ? 'json' : 'csv',
    table: (raw.table as CsvTable | undefined) ?? 'series',
    seed: flag('--seed', raw.seed, 'experiment.seed'),
    replications: flag('--replications', raw.replications, 'experiment.replications'),
    precision: flag('--precision', raw.precision, 'experiment.precisionHours'),
    workers: readWorkers(raw.workers, processors, problems),
    sets: [...(raw.set ?? []), ...(raw.luckOnly ? ['uncertainty.luckOnly=true'] : [])],
    city: raw.city,
    marginal: (raw.marginal ?? true) && (words || raw.json === true || raw.table === 'marginal'),
    claims: raw.claims ?? words,
    remedies: raw.remedies ?? words,
    out: raw.out,
    progress: raw.progress ?? false,
  };
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems);
  return options;
}

function readWorkers(value: string | undefined, processors: number, problems: Problem[]): number {
  if (value === undefined) return Math.min(Math.max(1, processors), 8);
  const workers = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (workers >= 1 && workers <= MOST_WORKERS) return workers;
  problems.push(badFlag('--workers', value, problemWords('expected.integer', { min: 1, max: MOST_WORKERS, unit: '' })));
  return 1;
}

export const badFlag = (flag: string, value: string, expected: Problem['message']): Problem =>
  createProblem('bad-flag', { path: flag, value, values: { flag, expected } });
