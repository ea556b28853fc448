import { createContext, useContext, useRef, useState, type ChangeEvent, type ReactElement, type ReactNode } from 'react';
import { checkScenario, parseScenario, type Problem } from '../../scenario/index.ts';
import { useText } from '../kit/index.ts';
import { MAX_FILE_MEGABYTES } from './files.ts';
import { FileProblems } from './FileProblems.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { usePlanner } from './store-context.tsx';

interface Files {
  /** Lets the reader choose a scenario file from the disk. */
  readonly choose: () => void;
}

const FilesContext = createContext<Files | null>(null);

export function useFiles(): Files {
  const files = useContext(FilesContext);
  if (!files) throw new Error('useFiles needs a FilesDesk above it');
  return files;
}

/** Takes scenario files in for everything below it. A file with any problem changes nothing. */
export function FilesDesk({ children }: { children: ReactNode }): ReactElement {
  const { t } = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const cities = usePlanner((state) => state.cities);
  const openScenario = usePlanner((state) => state.openScenario);
  const [problems, setProblems] = useState<readonly Problem[] | string | null>(null);
  const [files] = useState<Files>(() => ({ choose: () => chooser.current?.click() }));

  const open = async (file: File): Promise<void> => {
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
  const hovering = useFileDrop((dropped) => {
    if (dropped.length === 1) void open(dropped[0]);
    else setProblems(t('planner:file.oneOnly'));
  });
  return (
    <FilesContext value={files}>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('planner:bar.open')}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void open(file);
        }}
      />
      {children}
      {hovering && (
        <div className="file-drop" aria-hidden>
          <p>{t('planner:file.drop')}</p>
        </div>
      )}
      {problems !== null && <FileProblems problems={problems} onClose={() => setProblems(null)} />}
    </FilesContext>
  );
}
