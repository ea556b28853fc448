import { comparePaired } from '../../experiment/index.ts';
import { compareCsv, compareJsonText } from '../../report/index.ts';
import { createProblem } from '../../scenario/index.ts';
import type { Text } from '../../text/index.ts';
import type { CommandEnvironment } from '../environment.ts';
import { CommandRefused, EXIT } from '../exit.ts';
import type { StudyOptions } from '../options.ts';
import { compareWords } from '../output/compare.ts';
import { notesText } from '../output/problem-words.ts';
import { openPlan } from '../plan.ts';
import { createProgress } from '../progress.ts';
import { deliver } from './deliver.ts';
import { studyPlan } from './run.ts';

/** `compare A B`: both scenarios with the same luck, run by run. --set and --city apply to both. */
export async function compareCommand(
  environment: CommandEnvironment,
  text: Text,
  a: string,
  b: string,
  options: StudyOptions,
): Promise<void> {
  const first = openPlan(environment, a, options);
  const second = openPlan(environment, b, options);
  if (first.variant.city.id !== second.variant.city.id) {
    const value = `${first.variant.city.id}, ${second.variant.city.id}`;
    throw new CommandRefused(EXIT.input, [createProblem('city-differs', { value })]);
  }
  const progress = createProgress(environment, text, options.progress);
  const runner = environment.createRunner(options.workers);
  try {
    const { seed, replications } = studyPlan(first, options);
    const comparison = await comparePaired(runner, first.variant, second.variant, {
      seed,
      replications,
      signal: environment.signal,
      onProgress: (done, total) => progress.update('compare', done, total),
    });
    progress.clear();
    const plans = { city: first.variant.city, a: first.variant.scenario, b: second.variant.scenario, comparison };
    const notes = notesText(text, [...first.notes, ...second.notes.filter(({ code }) => !first.notes.some((note) => note.code === code))]);
    const words = (): string => compareWords(text, plans) + (notes ? `\n${notes}` : '');
    const content = options.form === 'json' ? compareJsonText(comparison) : options.form === 'csv' ? compareCsv(text, comparison) : words();
    deliver(environment, text, content, { out: options.out, isCsv: options.form === 'csv' });
  } finally {
    progress.clear();
    runner.dispose();
  }
}
