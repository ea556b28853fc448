import {
  ADDITION_AIMS,
  bestAdditions,
  placeNear,
  siteStations,
  tryAdditions,
  type Addition,
  type CitySiting,
  type CitySitingOptions,
} from '../../../coverage/index.ts';
import { cellMiddle } from '../../../geo/index.ts';
import { citySitingJson, type CoverageAnswer } from '../../../report/index.ts';
import { problemWords, type Problem } from '../../../scenario/index.ts';
import { SITING_MODELS, type SitingModel } from '../../../solver/index.ts';
import type { Text } from '../../../text/index.ts';
import type { CommandEnvironment } from '../../environment.ts';
import { CommandRefused, EXIT } from '../../exit.ts';
import { badFlag } from '../../options.ts';
import { citySitingWords } from '../../output/city-siting-words.ts';
import { deliver } from '../deliver.ts';
import { openReach } from './city-reach.ts';
import { readSitingOptions, solveCase, type RawSiteOptions } from './siting-flags.ts';
import { openSolver } from './solver.ts';

/** Asked without a model, these two answer. */
const USUAL_MODELS: readonly SitingModel[] = ['mclp', 'pmedian'];
/** Share of time that a vehicle is busy on an ordinary day: about two of 36 (assumed). */
const USUAL_BUSY = 0.06;
const SUGGESTIONS = 3;

/** `ambulance site` in a city: where further stations do most beside the present ones. */
export async function citySiteCommand(
  environment: CommandEnvironment,
  text: Text,
  scenario: string | undefined,
  raw: RawSiteOptions,
): Promise<void> {
  const problems: Problem[] = [];
  const models = SITING_MODELS.filter((model) => (raw.model === undefined ? USUAL_MODELS.includes(model) : raw.model === model));
  if (models.length === 0)
    problems.push(badFlag('--model', raw.model!, problemWords('expected.choices', { choices: SITING_MODELS.join(', ') })));
  const { sites, within, busy, seconds } = readSitingOptions(raw, problems);
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'ambulance site');
  const answer = await openReach(environment, scenario, raw, { services: false });
  const { reach, stations, now } = answer;
  const nameOf = (cell: number): string => text.pick(placeNear(reach.city, cellMiddle(reach.grid, cell)).name);
  const solve = await openSolver(environment);
  const answers = models.map((model): CitySiting => {
    const options: CitySitingOptions = {
      ...(model === 'lscp' && sites === undefined ? {} : { add: sites ?? 1 }),
      ...(within === undefined || (models.length > 1 && model === 'pmedian') ? {} : { within }),
      ...(model === 'mexclp' ? { busy: busy ?? USUAL_BUSY } : {}),
      ...(seconds === undefined ? {} : { seconds }),
    };
    return solveCase(() => siteStations(solve, model, reach, stations, now, options), nameOf, 'ambulance site');
  });
  const additions = tryAdditions(reach, now);
  const content = raw.json
    ? citySitingJson(answer, answers, bestOf(answer, additions))
    : citySitingWords(text, answer, answers, additions, within);
  deliver(environment, text, content, { ...(raw.out === undefined ? {} : { out: raw.out }), isCsv: false });
}

/** The best of each aim, each place once. */
function bestOf({ now }: CoverageAnswer, additions: readonly Addition[]): Addition[] {
  return [...new Set(ADDITION_AIMS.flatMap((aim) => bestAdditions(additions, aim, now, SUGGESTIONS)))];
}
