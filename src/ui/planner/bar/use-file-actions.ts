import { Download, FolderOpen, Save } from 'lucide-react';
import { downloadText } from '../../export/index.ts';
import { useText } from '../../kit/index.ts';
import { resultFile, scenarioFile, type TextFile } from '../files.ts';
import { useFiles } from '../FilesDesk.tsx';
import { usePlanner } from '../store-context.tsx';
import type { BarAction } from './actions.ts';

const save = ({ name, content }: TextFile): void => downloadText(name, content);

/** Scenario files in and out, the result as JSON; a group a line of the menu's dividers. */
export function useFileActions(): readonly (readonly BarAction[])[] {
  const { t } = useText();
  const files = useFiles();
  const answers = usePlanner((state) => state.answers);
  const scenario = usePlanner((state) => state.plan.scenario);
  const marginals = answers?.marginals ?? null;
  return [
    [
      { id: 'open', icon: FolderOpen, label: t('planner:bar.open'), onRun: files.choose },
      { id: 'save', icon: Save, label: t('planner:bar.save'), onRun: () => save(scenarioFile(scenario)) },
    ],
    [
      {
        id: 'download',
        icon: Download,
        label: t('planner:bar.download'),
        disabled: !marginals,
        onRun: () => answers && marginals && save(resultFile(answers.study, marginals)),
      },
    ],
  ];
}
