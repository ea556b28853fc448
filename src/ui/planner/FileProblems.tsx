import { CloseButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ReactElement } from 'react';
import type { Problem } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';
import { ProblemWords } from './ProblemWords.tsx';

/** As many problems as fit a screen; the rest are counted by the headline. */
const SHOWN = 12;

/** Why a file was not opened: every problem with its place and cure. */
export function FileProblems({ problems, onClose }: { problems: readonly Problem[] | string; onClose: () => void }): ReactElement {
  const { t } = useText();
  useHotkeys([['Escape', onClose]], []);
  return (
    <section className="file-problems" role="alert">
      <CloseButton aria-label={t('planner:file.close')} onClick={onClose} />
      {typeof problems === 'string' ? (
        <p>{problems}</p>
      ) : (
        <>
          <p>{t('planner:file.problems', { count: problems.length })}</p>
          <ul>
            {problems.slice(0, SHOWN).map((problem, index) => (
              <li key={`${problem.path}-${index}`}>
                <ProblemWords problem={problem} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('planner:file.nothingChanged')}</p>
    </section>
  );
}
