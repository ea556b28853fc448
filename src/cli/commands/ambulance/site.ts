import { createProblem, problemWords, type Problem } from '../../../scenario/index.ts';
import {
  SITING_MODELS,
  SITING_NEEDS,
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
import { citySiteCommand } from './city-site.ts';
import { readMatrix } from './matrix.ts';
import { readSitingOptions, solveCase, type RawSiteOptions } from './siting-flags.ts';
import { openSolver } from './solver.ts';

export const SITING_SCHEMA = 'pingzhan.siting/1';

/** `ambulance site`: where to put places; in a city beside its stations, or a user's own case as a table of minutes. */
export async function siteCommand(
  environment: CommandEnvironment,
  text: Text,
  scenario: string | undefined,
  raw: RawSiteOptions,
): Promise<void> {
  if (raw.matrix === undefined) return citySiteCommand(environment, text, scenario, raw);
  const problems: Problem[] = [];
  const { model, options } = readSiting(raw, problems);
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'ambulance site');
  const file = raw.matrix;
  const siting = readMatrix(readUserFile(environment.folder, file), file);
  if (options.sites !== undefined && options.sites > siting.siteIds.length && model !== 'mexclp' && model !== 'lscp') {
    const expected = problemWords('expected.integer', { min: 1, max: siting.siteIds.length, unit: '' });
    throw new CommandRefused(EXIT.usage, [badFlag('--sites', raw.sites!, expected)], 'ambulance site');
  }
  const solve = await openSolver(environment);
  const answer = solveCase(
    () => solveSiting(solve, model, siting, options),
    (point) => siting.demandIds[point],
    file,
  );
  const content = raw.json ? sitingJson(siting, answer) : sitingWords(text, siting, answer, options);
  deliver(environment, text, content, { out: raw.out, isCsv: false });
}

/** Model and options, with everything wrong about them. */
function readSiting(raw: RawSiteOptions, problems: Problem[]): { readonly model: SitingModel; readonly options: SitingOptions } {
  const model = SITING_MODELS.find((candidate) => candidate === raw.model);
  if (!model) problems.push(badFlag('--model', raw.model ?? '', problemWords('expected.choices', { choices: SITING_MODELS.join(', ') })));
  const options = readSitingOptions(raw, problems);
  for (const need of model ? SITING_NEEDS[model] : []) {
    if (raw[need] === undefined)
      problems.push(createProblem('siting-needs', { path: `--${need}`, value: model, values: { flag: `--${need}` } }));
  }
  return { model: model ?? 'mclp', options };
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
