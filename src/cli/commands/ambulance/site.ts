import { createProblem, problemWords, type Problem } from '../../../scenario/index.ts';
import {
  createHighsSolver,
  InfeasibleSiting,
  SITING_MODELS,
  SITING_NEEDS,
  SitingOutOfTime,
  solveSiting,
  type SitingAnswer,
  type SitingCase,
  type SitingModel,
  type SitingOptions,
} from '../../../solver/index.ts';
import type { Text } from '../../../text/index.ts';
import type { CommandEnvironment } from '../../environment.ts';
import { CommandRefused, EXIT } from '../../exit.ts';
import { readUserFile } from '../../files.ts';
import { badFlag } from '../../options.ts';
import { sitingWords } from '../../output/siting-words.ts';
import { deliver } from '../deliver.ts';
import { readMatrix } from './matrix.ts';

/** What commander hands over: every value as typed. */
export interface RawSiteOptions {
  readonly model?: string;
  readonly matrix?: string;
  readonly sites?: string;
  readonly within?: string;
  readonly busy?: string;
  readonly seconds?: string;
  readonly json?: boolean;
  readonly out?: string;
}

export const SITING_SCHEMA = 'pingzhan.siting/1';
const MOST_VEHICLES = 1000;
const MOST_SECONDS = 3600;

/** `ambulance site`: where to put places; a user's own case as a table of minutes. */
export async function siteCommand(environment: CommandEnvironment, text: Text, raw: RawSiteOptions): Promise<void> {
  const problems: Problem[] = [];
  const { model, options } = readSiting(raw, problems);
  if (raw.matrix === undefined)
    problems.push(
      createProblem('missing-argument', { value: '--matrix', values: { expected: '--matrix <csv>', command: 'ambulance site' } }),
    );
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'ambulance site');
  const file = raw.matrix!;
  const siting = readMatrix(readUserFile(environment.folder, file), file);
  if (options.sites !== undefined && options.sites > siting.siteIds.length && model !== 'mexclp' && model !== 'lscp') {
    const expected = problemWords('expected.integer', { min: 1, max: siting.siteIds.length, unit: '' });
    throw new CommandRefused(EXIT.usage, [badFlag('--sites', raw.sites!, expected)], 'ambulance site');
  }
  const solve = await createHighsSolver(environment.solverFile);
  const answer = solveCase(() => solveSiting(solve, model, siting, options), siting, file);
  const content = raw.json ? sitingJson(siting, answer) : sitingWords(text, siting, answer, options);
  deliver(environment, text, content, { out: raw.out, isCsv: false });
}

/** Model and options, with everything wrong about them. */
export function readSiting(raw: RawSiteOptions, problems: Problem[]): { readonly model: SitingModel; readonly options: SitingOptions } {
  const model = SITING_MODELS.find((candidate) => candidate === raw.model);
  if (!model) problems.push(badFlag('--model', raw.model ?? '', problemWords('expected.choices', { choices: SITING_MODELS.join(', ') })));
  const whole = (flag: string, value: string | undefined, most: number): number | undefined => {
    if (value === undefined) return undefined;
    const read = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (read >= 1 && read <= most) return read;
    problems.push(badFlag(flag, value, problemWords('expected.integer', { min: 1, max: most, unit: '' })));
    return undefined;
  };
  const number = (flag: string, value: string | undefined, most: number, isBelow: boolean): number | undefined => {
    if (value === undefined) return undefined;
    const read = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
    if (read >= 0 && (isBelow ? read < most : read <= most)) return read;
    problems.push(badFlag(flag, value, problemWords(isBelow ? 'expected.below' : 'expected.range', { min: 0, max: most, unit: '' })));
    return undefined;
  };
  const options: SitingOptions = {
    sites: whole('--sites', raw.sites, MOST_VEHICLES),
    within: number('--within', raw.within, 100_000, false),
    busy: number('--busy', raw.busy, 1, true),
    seconds: whole('--seconds', raw.seconds, MOST_SECONDS),
  };
  for (const need of model ? SITING_NEEDS[model] : []) {
    if (raw[need] === undefined)
      problems.push(createProblem('siting-needs', { path: `--${need}`, value: model, values: { flag: `--${need}` } }));
  }
  return { model: model ?? 'mclp', options };
}

/** Turns what a solver cannot do into problems that say who stays uncovered. */
function solveCase(solve: () => SitingAnswer, siting: SitingCase, subject: string): SitingAnswer {
  try {
    return solve();
  } catch (error) {
    if (error instanceof SitingOutOfTime)
      throw new CommandRefused(EXIT.input, [createProblem('siting-out-of-time', { path: '--seconds' })], subject);
    if (!(error instanceof InfeasibleSiting)) throw error;
    const points = error.uncovered.map((i) => siting.demandIds[i]);
    const code = error.reason === 'reach' ? 'siting-out-of-reach' : 'siting-too-few';
    throw new CommandRefused(EXIT.input, [createProblem(code, { value: points.join(', '), values: { count: points.length } })], subject);
  }
}

function sitingJson({ siteIds, demandIds }: SitingCase, answer: SitingAnswer): string {
  const { model, objective, chosen, bound, gap, uncovered } = answer;
  const ids = (rows: readonly number[], names: readonly string[]) => rows.map((row) => names[row]);
  return `${JSON.stringify(
    { schema: SITING_SCHEMA, model, objective, chosen: ids(chosen, siteIds), bound, gap, uncovered: ids(uncovered, demandIds) },
    null,
    2,
  )}\n`;
}
