import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc/wght.css';
import '../ui/theme/tokens.css';
import '../ui/theme/base.css';
import gridAddress from '../../data/ezhou/grid.json?url';
import packAddress from '../../data/ezhou/pack.json?url';
import { CityPackError, createAbstractCity, loadCityPack, type CityPack } from '../city/index.ts';
import { createLibrary } from '../library/index.ts';
import type { Runner } from '../experiment/index.ts';
import { PRESETS } from '../scenario/index.ts';
import {
  createLibraryStore,
  createMemory,
  createPlannerStore,
  keepHistory,
  readBeginning,
  readHistory,
  type LibraryStore,
  type Memory,
  type PlannerStore,
  type TabChannel,
  type TabMessage,
} from '../store/index.ts';
import { createText, type Text } from '../text/index.ts';
import { PlannerPage, StartScreen, type AmbulanceParts } from '../ui/planner/index.ts';
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

/** Between the tabs of one browser; without BroadcastChannel they learn of each other when they save. */
function createTabChannel(): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, listen: () => undefined };
  const channel = new BroadcastChannel('pingzhan.library');
  return {
    post: (message) => channel.postMessage(message),
    listen: (hear) => channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => hear(data)),
  };
}

/** What waits to be kept is kept when the page is left; leaving asks first where nothing can be kept. */
function keepOnLeaving(library: LibraryStore, store: PlannerStore, slots: Memory): void {
  const flush = (): void => {
    void library.getState().flush();
    keepHistory(slots, store.getState());
  };
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush());
  window.addEventListener('beforeunload', (event) => {
    if (library.getState().keeping === 'unkept') event.preventDefault();
  });
}

/** Whoever has a plan, or edits one, has found the way. */
function withdrawTourOnWork(store: PlannerStore, worksAlready: boolean): void {
  if (worksAlready) store.getState().withdrawTour();
  store.subscribe((now, before) => {
    if (now.plan !== before.plan && now.tourOffered) now.withdrawTour();
  });
}

async function loadCities(): Promise<readonly CityPack[]> {
  const response = await fetch(packAddress);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return [loadCityPack(await response.json()), createAbstractCity({ population: 1_000_000 })];
}

async function openPlanner(): Promise<{ readonly store: PlannerStore; readonly library: LibraryStore }> {
  const kept = createLibrary();
  const slots = createMemory(() => window.sessionStorage);
  const cities = await loadCities();
  const beginning = await readBeginning(kept, slots, cities);
  const scenario = PRESETS.find((preset) => preset.city === cities[0].id)!;
  const service = createStudyService(startWorkers);
  const history = readHistory(slots, beginning.plan, cities);
  const store = createPlannerStore({ cities, scenario, plan: beginning.plan, history, service, memory });
  const library = createLibraryStore({ library: kept, planner: store, beginning, slots, channel: createTabChannel(), now: Date.now });
  keepOnLeaving(library, store, slots);
  withdrawTourOnWork(store, beginning.plan !== null);
  return { store, library };
}

/** The roads of the city that comes with the page; other cities' are built from their packs. */
async function fetchGrid(cityId: string): Promise<unknown> {
  if (cityId !== 'ezhou') return null;
  const response = await fetch(gridAddress);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

const ambulances: AmbulanceParts = {
  fetchGrid,
  loadService: async () => (await import('./emergency-service.ts')).createEmergencyService(startWorkers),
};

async function start(): Promise<void> {
  showStart(null);
  try {
    const { store, library } = await openPlanner();
    root.render(<PlannerPage store={store} library={library} ambulances={ambulances} />);
    store.getState().answer();
  } catch (error) {
    showStart({ error });
  }
}

void start();
