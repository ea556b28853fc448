import { Braces } from 'lucide-react';
import { downloadText } from '../../export/index.ts';
import { useText } from '../../kit/index.ts';
import { resultFile } from '../files.ts';
import { usePlanner } from '../store-context.tsx';
import type { BarAction } from './actions.ts';

/** What the answer leaves the page as; a group a line of the menu's dividers. */
export function useExportActions(): readonly (readonly BarAction[])[] {
  const { t } = useText();
  const answers = usePlanner((state) => state.answers);
  const marginals = answers?.marginals ?? null;
  return [
    [
      {
        id: 'result',
        icon: Braces,
        label: t('planner:bar.download'),
        disabled: !marginals,
        onRun: () => {
          if (!answers || !marginals) return;
          const { name, content } = resultFile(answers.study, marginals);
          downloadText(name, content);
        },
      },
    ],
  ];
}
