import type { Problem } from '../../scenario/index.ts';
import type { Text } from '../../text/index.ts';

/** Problems as numbered lines: place, what is wrong, what is allowed, what to do. */
export function problemsText(text: Text, problems: readonly Problem[], subject = ''): string {
  const count = problems.length;
  const title = `${subject ? `${subject}: ` : ''}${text.t('problems:found.title', { count })}\n`;
  return title + problems.map((problem, index) => problemText(text, problem, `${index + 1}. `)).join('');
}

/** Notes: the same without counting them as faults. */
export function notesText(text: Text, notes: readonly Problem[]): string {
  return notes.length === 0 ? '' : `${text.t('cli:notes.title')}\n${notes.map((note) => problemText(text, note, '- ')).join('')}`;
}

function problemText(text: Text, problem: Problem, mark: string): string {
  const place = problem.line === undefined ? '' : text.t('problems:place.line', { line: problem.line, column: problem.column ?? 1 });
  const where = [problem.path, place].filter((part) => part !== '').join(text.language === 'zh' ? '，' : ', ');
  const colon = text.language === 'zh' ? '：' : ': ';
  const allowed = text.pick(problem.allowed);
  const cure = text.pick(problem.cure);
  const details = [
    allowed && `${text.t('problems:label.allowed')}${colon}${allowed}`,
    cure && `${text.t('problems:label.cure')}${colon}${cure}`,
  ].filter((part) => part !== '');
  const indent = ' '.repeat(mark.length);
  return `${mark}${where ? `${where}${colon}` : ''}${text.pick(problem.message)}\n${details.map((line) => `${indent}${line}\n`).join('')}`;
}
