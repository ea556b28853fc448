// How the page feels, measured in Chromium: npm run -s bench -- --feel [--write] [--seconds n]
// The time to an answer alone, after the page has settled: npm run -s bench -- --page
// Cold start, answers after an input as they are painted, long tasks while a study runs and while a slider is dragged, frames a second of playback.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { findBrowser } from '../tools/browser.mjs';
import { buildPage, PAGE } from '../tools/build-page.mjs';
import { servePage } from '../tools/page-server.mjs';
import { rootPath } from '../tools/paths.mjs';

const COLD_STARTS = 3;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];
/** Seconds that one playback, drag or look at a running study lasts. */
const SECONDS = Number(argument('--seconds') ?? 5);
const LONG_TASK_MS = 100;

function argument(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Runs in the page before its own scripts: keeps long tasks and the instant at which the page could be worked. */
function instrument() {
  const feel = { tasks: [], interactiveMs: null, inputAt: null, answers: {} };
  window.feel = feel;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) feel.tasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  /** The frame that shows what stands now ends before a task that it asks for. */
  const painted = (name) => {
    feel.answers[name] = null;
    const { answers, inputAt } = feel;
    requestAnimationFrame(() => setTimeout(() => (answers[name] = performance.now() - inputAt)));
  };
  const look = () => {
    const verdict = document.querySelector('.verdict');
    // The planner stands, has been painted once, and its thread answers.
    if (feel.interactiveMs === null && verdict !== null) {
      feel.interactiveMs = 0;
      requestAnimationFrame(() => setTimeout(() => (feel.interactiveMs = performance.now())));
    }
    if (feel.inputAt === null || verdict?.dataset.stale !== 'false') return;
    const runs = Number(verdict.dataset.runs);
    if (feel.answers.first === undefined) painted('first');
    if (runs >= 20 && feel.answers.twenty === undefined) painted('twenty');
    // The status line speaks once all replications are in; it is silent while an answer is stale.
    if (feel.answers.all === undefined && verdict.querySelector('[role=status]').textContent !== '') painted('all');
  };
  const watched = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['data-stale', 'data-runs'] };
  new MutationObserver(look).observe(document, watched);
  window.countFrames = (seconds) =>
    new Promise((resolve) => {
      const gaps = [];
      const start = performance.now();
      let before = start;
      requestAnimationFrame(function next() {
        const now = performance.now();
        gaps.push(now - before);
        before = now;
        if (now - start < seconds * 1000) requestAnimationFrame(next);
        else resolve({ perSecond: (1000 * gaps.length) / (now - start), gapMs: Math.max(...gaps) });
      });
    });
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const sum = (tasks) => ({
  over100: tasks.filter(({ ms }) => ms > LONG_TASK_MS).length,
  over50: tasks.length,
  worstMs: tasks.reduce((most, { ms }) => Math.max(most, ms), 0),
});
const now = (page) => page.evaluate(() => performance.now());
const tasksSince = async (page, from) => sum((await page.evaluate(() => window.feel.tasks)).filter(({ at }) => at >= from));

async function openPage(browser, url, size) {
  const context = await browser.newContext({ viewport: size, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(instrument);
  await page.goto(url);
  await page.waitForFunction(() => window.feel.interactiveMs > 0);
  return page;
}

async function coldStarts(browser, url) {
  const starts = [];
  for (let start = 0; start < COLD_STARTS; start++) {
    const page = await openPage(browser, url, SIZES[0]);
    starts.push(await page.evaluate(() => window.feel.interactiveMs));
    await page.context().close();
  }
  return median(starts);
}

/** The study begins at the opening of the page: its first seconds. */
async function whileRunning(page) {
  await page.locator('#verdict [role=status]:not(:empty)').waitFor({ state: 'attached', timeout: 300_000 });
  await page.waitForTimeout(SECONDS * 1000);
  return tasksSince(page, await page.evaluate(() => window.feel.interactiveMs));
}

const slider = (page) => page.locator('[role=slider][aria-label^="采样人员"]').first();

async function whileDragging(page) {
  const thumb = await slider(page).boundingBox();
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  const from = await now(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const steps = SECONDS * 25;
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(x + 60 * Math.sin((step / steps) * 12), y);
    await page.waitForTimeout(40);
  }
  await page.mouse.up();
  await page.waitForTimeout(500);
  return tasksSince(page, from);
}

const TURNS = 7;

/** From the instant of a slider's move to the painting of the first answer, that of 20 replications and that of all, in milliseconds: medians. */
async function answerTime(page) {
  const turns = [];
  for (let turn = 0; turn < TURNS; turn++) {
    await page.evaluate(() => {
      window.feel.answers = {};
      window.feel.inputAt = null;
      addEventListener('keydown', ({ timeStamp }) => (window.feel.inputAt = timeStamp), { capture: true, once: true });
    });
    await slider(page).press('ArrowRight');
    await page.waitForFunction(() => typeof window.feel.answers.all === 'number', undefined, { timeout: 60_000 });
    turns.push(await page.evaluate(() => window.feel.answers));
    // The parts behind an answer are worked on when the next input comes.
    await page.waitForTimeout(600);
  }
  const of = (name) => turns.map((answers) => answers[name]);
  return { firstMs: median(of('first')), worstMs: Math.max(...of('first')), twentyMs: median(of('twenty')), allMs: median(of('all')) };
}

async function playback(page, size) {
  await page.setViewportSize(size);
  await page.waitForTimeout(800);
  await page.locator('.round-plot').press('Home');
  const from = await now(page);
  await page.locator('.playback button').nth(1).click();
  const frames = await page.evaluate((seconds) => window.countFrames(seconds), SECONDS);
  await page.locator('.playback button').nth(1).click();
  return { ...size, ...frames, ...(await tasksSince(page, from)) };
}

/** As many lines as goals, with the machine's cores and its load. */
async function answersAlone(browser, url) {
  const page = await openPage(browser, url, SIZES[0]);
  await page.locator('#verdict [role=status]:not(:empty)').waitFor({ state: 'attached', timeout: 300_000 });
  await page.waitForTimeout(2_000);
  const rows = answerRows(await answerTime(page)).map((row) => row.join(': '));
  return `${rows.join('\n')}\n${cpus().length} cores, load average ${loadavg()[0].toFixed(1)}, Chromium ${browser.version()}\n`;
}

const answerRows = ({ firstMs, worstMs, twentyMs, allMs }) => [
  ['first answer painted after a slider moves', `${firstMs.toFixed(0)} ms, at most ${worstMs.toFixed(0)} ms`, '≤ 100 ms'],
  ['20 replications after a slider moves', `${twentyMs.toFixed(0)} ms`, '≤ 2,000 ms'],
  ['all 100 replications after a slider moves', `${allMs.toFixed(0)} ms`, ''],
];

async function measure() {
  await buildPage();
  const server = await servePage(rootPath(PAGE), { port: 0 });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args, env });
  try {
    if (process.argv.includes('--page')) return await answersAlone(browser, server.url);
    const coldMs = await coldStarts(browser, server.url);
    const page = await openPage(browser, server.url, SIZES[0]);
    const running = await whileRunning(page);
    const busy = await playback(page, SIZES[0]);
    const dragging = await whileDragging(page);
    const answers = await answerTime(page);
    await page.locator('#verdict [role=status]:not(:empty)').waitFor({ state: 'attached', timeout: 300_000 });
    await page.waitForTimeout(2_000);
    await page.getByRole('button', { name: '取消' }).click();
    const playing = [];
    for (const size of SIZES) playing.push(await playback(page, size));
    return documentOf({ coldMs, running, dragging, answers, busy, playing, version: browser.version() });
  } finally {
    await browser.close();
    await server.close();
  }
}

const tasks = ({ over100, over50, worstMs }) => `${over100} over 100 ms, ${over50} over 50 ms, longest ${worstMs.toFixed(0)} ms`;
const frames = ({ perSecond, gapMs }) => `${perSecond.toFixed(1)} a second, longest gap ${gapMs.toFixed(0)} ms`;

function documentOf({ coldMs, running, dragging, answers, busy, playing, version }) {
  const rows = [
    ['page can be worked, cold', `${coldMs.toFixed(0)} ms`, '≤ 2,000 ms'],
    ...answerRows(answers),
    ['tasks of the main thread while a study runs', tasks(running), 'none over 100 ms'],
    ['tasks while a slider is dragged and studies run', tasks(dragging), 'none over 100 ms'],
    ...playing.map((size) => [`playback at ${size.width} × ${size.height}`, frames(size), '≥ 55 a second']),
    ['playback while a study runs on all cores', frames(busy), ''],
  ];
  return [
    '# 手感 / Feel',
    '',
    `Written by \`npm run bench -- --feel --write\`; do not edit. ${cpus().length} cores (${cpus()[0].model.trim()}), load average ${loadavg()[0].toFixed(1)}, Chromium ${version} drawing in software, the whole city of 310 sites.`,
    '',
    '| what | measured | goal |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

const written = await measure();
process.stdout.write(written);
if (process.argv.includes('--write') && !process.argv.includes('--page')) writeFileSync(rootPath('docs', 'feel.md'), written);
