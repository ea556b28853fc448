import { Button, Menu } from '@mantine/core';
import { Download, FileJson, FolderOpen, Save } from 'lucide-react';
import { useRef, useState, type ChangeEvent, type ReactElement } from 'react';
import { checkScenario, parseScenario, type Problem } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';
import { downloadText, MAX_FILE_MEGABYTES, resultFile, scenarioFile } from './files.ts';
import { FileProblems } from './FileProblems.tsx';
import { usePlanner } from './store-context.tsx';

/** Scenario files in and out, the result as JSON. A file with any problem changes nothing. */
export function FileMenu(): ReactElement {
  const { t } = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const answers = usePlanner((state) => state.answers);
  const scenario = usePlanner((state) => state.plan.scenario);
  const marginals = answers?.marginals ?? null;
  const cities = usePlanner((state) => state.cities);
  const openScenario = usePlanner((state) => state.openScenario);
  const [problems, setProblems] = useState<readonly Problem[] | string | null>(null);

  const open = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    if (file.size > MAX_FILE_MEGABYTES * 1_000_000) {
      setProblems(t('planner:file.tooLarge', { limit: MAX_FILE_MEGABYTES }));
      return;
    }
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) {
      setProblems(t('planner:file.unreadable'));
      return;
    }
    const read = parseScenario(new Uint8Array(bytes));
    if ('problems' in read) setProblems(read.problems);
    else {
      const city = cities.find(({ id }) => id === read.scenario.city);
      const placed = city ? checkScenario(read.scenario, city).problems : [];
      if (!city) setProblems(t('planner:file.otherCity', { city: read.scenario.city }));
      else setProblems(placed.length > 0 ? placed : null);
      if (city && placed.length === 0) openScenario(read.scenario);
    }
  };
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('planner:bar.open')}
        onChange={(event) => void open(event)}
      />
      <Menu position="bottom-start" withinPortal transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button className="bar-file" size="compact-md" variant="default" leftSection={<FileJson size="1rem" aria-hidden />}>
            {t('planner:bar.file')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<FolderOpen size="1rem" aria-hidden />} onClick={() => chooser.current?.click()}>
            {t('planner:bar.open')}
          </Menu.Item>
          <Menu.Item leftSection={<Save size="1rem" aria-hidden />} onClick={() => downloadText(scenarioFile(scenario))}>
            {t('planner:bar.save')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Download size="1rem" aria-hidden />}
            disabled={!marginals}
            onClick={() => answers && marginals && downloadText(resultFile(answers.study, marginals))}
          >
            {t('planner:bar.download')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {problems !== null && <FileProblems problems={problems} onClose={() => setProblems(null)} />}
    </>
  );
}
