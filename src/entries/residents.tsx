import { createRoot } from 'react-dom/client';
import '@fontsource-variable/noto-sans-sc/wght.css';
import '../ui/theme/tokens.css';
import '../ui/theme/base.css';
import { PublishedError, readPublished, type Published } from '../published/index.ts';
import { createLightText, type LightText } from '../text/index.ts';
import { forgetfulStorage, ResidentsPage, StartNotice } from '../ui/residents/index.ts';

const ADDRESS = './published.json';
/** The service worker keeps the publication under this name, too (vite.residents.config.ts). */
const CACHE = 'published';

const root = createRoot(document.getElementById('root')!);
const remembered = forgetfulStorage(() => window.localStorage);

/** On the first visit no service worker stands between yet, so the page itself keeps a copy for days without a network. */
async function keepCopy(copy: Response): Promise<void> {
  if (!('caches' in window) || navigator.serviceWorker?.controller !== null) return;
  await (await caches.open(CACHE)).put(ADDRESS, copy);
}

async function fetchPublished(): Promise<Published> {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const copy = response.clone();
  const published = readPublished(await response.text());
  // Storage may be full or forbidden; the page then works online only.
  keepCopy(copy).catch(() => undefined);
  return published;
}

function failureWords({ t }: LightText, error: unknown): string {
  if (!(error instanceof PublishedError)) return t('residents:load.failed');
  return error.fault === 'newer' ? t('residents:load.newer') : t('residents:load.broken', { where: error.where });
}

function showStart(failure: { readonly error: unknown } | null): void {
  const text = createLightText(remembered.read('pingzhan.language') === 'en' ? 'en' : 'zh');
  root.render(<StartNotice text={text} failure={failure && failureWords(text, failure.error)} onRetry={() => void start()} />);
}

async function start(): Promise<void> {
  showStart(null);
  try {
    const published = await fetchPublished();
    root.render(<ResidentsPage published={published} remembered={remembered} />);
  } catch (error) {
    showStart({ error });
  }
}

/** After everything else, so that it never competes with the first answer; pages without one work online as ever. */
function workOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./residents-worker.js', { scope: './residents' }).catch(() => undefined);
}

void start().finally(workOffline);
