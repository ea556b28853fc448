import { COVERAGE_TABLES, coverageJson, coverageSheet, csvText, type CoverageTable } from '../../../report/index.ts';
import { createProblem, problemWords, type Problem } from '../../../scenario/index.ts';
import type { Text } from '../../../text/index.ts';
import type { CommandEnvironment } from '../../environment.ts';
import { CommandRefused, EXIT } from '../../exit.ts';
import { badFlag } from '../../options.ts';
import { coverageWords } from '../../output/coverage-words.ts';
import { deliver } from '../deliver.ts';
import { openReach, type RawCityOptions } from './city-reach.ts';

export interface RawCoverageOptions extends RawCityOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly table?: string;
  readonly out?: string;
}

/** `ambulance coverage`: who is reached in which time, and what closing, moving and adding stations does. */
export async function coverageCommand(
  environment: CommandEnvironment,
  text: Text,
  scenario: string | undefined,
  raw: RawCoverageOptions,
): Promise<void> {
  const isCsv = raw.csv === true || raw.table !== undefined;
  const problems: Problem[] = [];
  if (raw.table !== undefined && !(COVERAGE_TABLES as readonly string[]).includes(raw.table))
    problems.push(badFlag('--table', raw.table, problemWords('expected.choices', { choices: COVERAGE_TABLES.join(', ') })));
  if (raw.json && isCsv) problems.push(createProblem('flags-exclude', { path: '--json', value: '--json, --csv' }));
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'ambulance coverage');
  const table = (raw.table ?? 'townships') as CoverageTable;
  const answer = await openReach(environment, scenario, raw, { services: !isCsv || table === 'services' });
  const content = raw.json ? coverageJson(answer) : isCsv ? csvOf(text, table, answer) : coverageWords(text, answer);
  deliver(environment, text, content, { ...(raw.out === undefined ? {} : { out: raw.out }), isCsv });
}

/** Every row says that it is simulated. */
function csvOf(text: Text, table: CoverageTable, answer: Parameters<typeof coverageSheet>[2]): string {
  const { columns, rows } = coverageSheet(text, table, answer);
  return csvText(
    [...columns, 'notice'],
    rows.map((row) => [...row, text.t('product:simulated')]),
  );
}
