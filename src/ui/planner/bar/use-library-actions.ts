import { FolderOpen, Library, Link, Save, SaveAll, FileDown } from 'lucide-react';
import { useText } from '../../kit/index.ts';
import { useLibrary, useLibraryDesk, useLibrarySource } from '../../library/index.ts';
import { saveScenarioFile } from '../files.ts';
import { useFiles } from '../FilesDesk.tsx';
import { usePlannerStore } from '../store-context.tsx';
import type { BarAction } from './actions.ts';

/** Keeping plans in the browser, and as files; a group a line of the menu's dividers. */
export function useLibraryActions(): readonly (readonly BarAction[])[] {
  const { t, pick } = useText();
  const files = useFiles();
  const desk = useLibraryDesk();
  const { library } = useLibrarySource();
  const current = useLibrary((state) => state.current);
  const planner = usePlannerStore();
  const save: readonly BarAction[] =
    current === null
      ? []
      : [
          {
            id: 'save',
            icon: Save,
            label: t('library:menu.saveNamed', { name: pick(current.name) }),
            disabled: !current.changed,
            onRun: () => void library.getState().save(),
          },
        ];
  return [
    [
      { id: 'library', icon: Library, label: t('library:menu.open'), onRun: () => desk.show() },
      ...save,
      { id: 'save-as', icon: SaveAll, label: t('library:menu.saveAs'), onRun: () => desk.show(true) },
    ],
    [
      { id: 'open-file', icon: FolderOpen, label: t('planner:bar.open'), onRun: files.choose },
      { id: 'save-file', icon: FileDown, label: t('planner:bar.save'), onRun: () => saveScenarioFile(planner.getState().plan.scenario) },
    ],
    [{ id: 'share', icon: Link, label: t('library:menu.share'), onRun: desk.share }],
  ];
}
