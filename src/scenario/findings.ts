import { locateProblems } from './json/locate.ts';
import { createProblem, MOST_PROBLEMS, type FoundValue, type Problem, type Segment } from './problem.ts';

/** Something found at a path; worded only if it is shown, for a hostile file can hold a million of them. */
export interface Finding {
  readonly at: readonly Segment[];
  readonly create: () => Problem;
}

/** A finding of a code at a path. `found` gives the value and further slots, and is asked only when the finding is shown. */
export const finding = (code: string, at: readonly Segment[], found: () => FoundValue = () => ({})): Finding => ({
  at,
  create: () => createProblem(code, { path: at, ...found() }),
});

/** Words the first fifty findings; with the text they were found in, each gets its line and column. */
export function reportFindings(findings: readonly Finding[], text?: string): readonly Problem[] {
  const shown = findings.slice(0, MOST_PROBLEMS);
  const worded = shown.map(({ create }) => create());
  const paths = shown.map(({ at }) => at);
  const located = text === undefined || worded.length === 0 ? worded : locateProblems(text, worded, paths);
  const left = findings.length - shown.length;
  return left > 0 ? [...located, createProblem('more-problems', { value: left })] : located;
}
