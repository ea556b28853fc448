import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc/wght.css';
import '../ui/theme/tokens.css';
import '../ui/theme/base.css';
import packAddress from '../../data/ezhou/pack.json?url';
import { CityPackError, createAbstractCity, loadCityPack } from '../city/index.ts';
import type { Runner } from '../experiment/index.ts';
import { PRESETS } from '../scenario/index.ts';
import { createMemory, createPlannerStore, type PlannerStore } from '../store/index.ts';
import { createText, type Text } from '../text/index.ts';
import { PlannerPage, StartScreen } from '../ui/planner/index.ts';
import { createBrowserRunner } from '../worker/index.ts';
import { createStudyService } from './study-service.ts';

const root = createRoot(document.getElementById('root')!);
const memory = createMemory(() => window.localStorage);

function failureWords(text: Text, error: unknown): string {
  if (!(error instanceof CityPackError)) return text.t('planner:load.failed');
  return text.t('planner:load.faulty', { reason: text.pick(error.problems[0].message) });
}

function showStart(failure: { readonly error: unknown } | null): void {
  const theme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
  const text = createText(memory.read('pingzhan.language') === 'en' ? 'en' : 'zh');
  root.render(
    <StartScreen text={text} theme={theme} failure={failure && failureWords(text, failure.error)} onRetry={() => void start()} />,
  );
}

/** One worker a core up to eight; a machine with more than two cores keeps one for the page. */
function startWorkers(): Runner {
  const cores = navigator.hardwareConcurrency || 2;
  const workers = Math.min(8, cores > 2 ? cores - 1 : cores);
  return createBrowserRunner({ workers, create: () => new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module' }) });
}

async function openPlanner(): Promise<PlannerStore> {
  const response = await fetch(packAddress);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const city = loadCityPack(await response.json());
  const scenario = PRESETS.find((preset) => preset.city === city.id)!;
  return createPlannerStore({
    cities: [city, createAbstractCity({ population: 1_000_000 })],
    scenario,
    service: createStudyService(startWorkers),
    memory,
  });
}

async function start(): Promise<void> {
  showStart(null);
  try {
    const store = await openPlanner();
    root.render(<PlannerPage store={store} />);
    store.getState().answer();
  } catch (error) {
    showStart({ error });
  }
}

void start();
