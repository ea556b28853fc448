import type { ReactElement } from 'react';
import type { Problem } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';

/** One problem: where, what, what may stand there, and what to do. */
export function ProblemWords({ problem, placed = true }: { problem: Problem; placed?: boolean }): ReactElement {
  const { t, pick } = useText();
  return (
    <>
      {placed && problem.path !== '' && <code>{problem.path}</code>}{' '}
      {t('planner:file.problem', { message: pick(problem.message), allowed: pick(problem.allowed), cure: pick(problem.cure) })}
    </>
  );
}
