// How heavy and how slow the residents' page is, measured in Chromium slowed down four times: npm run -s bench -- --residents [--write]
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findBrowser } from '../tools/browser.mjs';
import { buildPage, PAGE } from '../tools/build-page.mjs';
import { servePage } from '../tools/page-server.mjs';
import { rootPath } from '../tools/paths.mjs';
import { withResidentsPart } from './sections.mjs';

const SLOWDOWN = 4;
const STARTS = 5;
const PHONE = { width: 390, height: 844 };

/** Runs in the page before its own scripts: when the field could be typed into, and the long tasks. */
function instrument() {
  window.feel = { tasks: [], interactiveMs: null, answeredMs: null, inputAt: null };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.feel.tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    const { feel } = window;
    // The field stands, has been painted, and the page's thread answers.
    if (feel.interactiveMs === null && document.querySelector('[role=combobox]') !== null) {
      feel.interactiveMs = 0;
      requestAnimationFrame(() => setTimeout(() => (feel.interactiveMs = performance.now())));
    }
    if (feel.inputAt !== null && feel.answeredMs === null && document.querySelector('.choice') !== null) {
      feel.answeredMs = 0;
      requestAnimationFrame(() => setTimeout(() => (feel.answeredMs = performance.now() - feel.inputAt)));
    }
  }).observe(document, { subtree: true, childList: true });
  addEventListener('keydown', ({ key }) => key === 'Enter' && (window.feel.inputAt = performance.now()), { capture: true });
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** One first visit: times, and what was fetched. */
async function firstVisit(browser, url) {
  const context = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const fetched = [];
  page.on('response', (response) => fetched.push({ kind: response.request().resourceType(), path: new URL(response.url()).pathname }));
  await page.addInitScript(instrument);
  await page.goto(`${url}residents.html`);
  await page.waitForFunction(() => window.feel.interactiveMs > 0);
  await page.locator('[role=combobox]').fill('wdsq');
  await page.locator('[role=combobox]').press('Enter');
  await page.waitForFunction(() => window.feel.answeredMs > 0);
  const feel = await page.evaluate(() => window.feel);
  await context.close();
  return { ...feel, fetched };
}

const sizeOf = (path) => gzipSync(readFileSync(rootPath(PAGE, path)), { level: 9 }).length;

async function measure() {
  await buildPage();
  const server = await servePage(rootPath(PAGE), { port: 0 });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args, env });
  try {
    const visits = [];
    for (let visit = 0; visit < STARTS; visit++) visits.push(await firstVisit(browser, server.url));
    const total = (kind) => visits[0].fetched.filter((file) => file.kind === kind).reduce((sum, { path }) => sum + sizeOf(path), 0);
    return {
      sizes: { script: total('script'), stylesheet: total('stylesheet'), data: total('fetch'), worker: sizeOf('residents-worker.js') },
      interactiveMs: median(visits.map(({ interactiveMs }) => interactiveMs)),
      answeredMs: median(visits.map(({ answeredMs }) => answeredMs)),
      longestMs: median(visits.map(({ tasks }) => Math.max(0, ...tasks))),
      version: browser.version(),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;

function sectionOf({ sizes, interactiveMs, answeredMs, longestMs, version }) {
  const rows = [
    ['scripts, gzipped', kilobytes(sizes.script), '≤ 200 KB'],
    ['styles with the list of font subsets, gzipped', kilobytes(sizes.stylesheet), ''],
    ['the publication (published.json), gzipped', kilobytes(sizes.data), '≤ 150 KB'],
    ['service worker, gzipped, after everything else', kilobytes(sizes.worker), ''],
    ['a village can be typed, first visit', `${interactiveMs.toFixed(0)} ms`, '≤ 2,000 ms'],
    ['from Enter to the three choices', `${answeredMs.toFixed(0)} ms`, '≤ 500 ms'],
    ['longest task', `${longestMs.toFixed(0)} ms`, ''],
  ];
  return [
    "## The residents' page",
    '',
    `Medians of ${STARTS} first visits at ${PHONE.width} × ${PHONE.height}, the processor slowed down ${SLOWDOWN} times, ${cpus().length} cores, load average ${loadavg()[0].toFixed(1)}, Chromium ${version} drawing in software; files from this machine, so a network's time comes on top.`,
    '',
    '| what | measured | goal |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

const section = sectionOf(await measure());
process.stdout.write(section);
if (process.argv.includes('--write')) {
  const path = rootPath('docs', 'performance.md');
  writeFileSync(path, withResidentsPart(readFileSync(path, 'utf8'), section));
}
