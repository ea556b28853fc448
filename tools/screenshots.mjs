// Makes the pictures of the README from the real pages: node tools/screenshots.mjs [folder] [--residents]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { buildPage, PAGE } from './build-page.mjs';
import { servePage } from './page-server.mjs';
import { rootPath } from './paths.mjs';
import { smallPng } from './small-png.mjs';

/** One answer is computed, then looked at in each of these ways in turn. */
const PICTURES = [
  { name: 'first-screen-zh', language: 'zh-CN', colorScheme: 'light', width: 1440, height: 900 },
  { name: 'first-screen-dark', language: 'zh-CN', colorScheme: 'dark', width: 1440, height: 900 },
  { name: 'phone-zh', language: 'zh-CN', colorScheme: 'light', width: 390, height: 844 },
  { name: 'first-screen-en', language: 'en', colorScheme: 'light', width: 1440, height: 900 },
];
/** The residents' page, by what its address asks; `press` works the map. */
const RESIDENTS = [
  { name: 'residents-find-zh', language: 'zh-CN', colorScheme: 'light', asked: 'place=420704001002' },
  { name: 'residents-coverage-zh', language: 'zh-CN', colorScheme: 'light', asked: 'view=coverage&measure=hospital' },
  { name: 'residents-find-en', language: 'en', colorScheme: 'dark', asked: 'place=420704001002&day=2' },
  { name: 'residents-map-en', language: 'en', colorScheme: 'light', asked: '', way: 'Map' },
];
const PHONE = { width: 390, height: 844 };
const LONGEST_ANSWER_MS = 900_000;

async function take(page, { name, language, colorScheme, width, height }, folder) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  if ((await page.locator('html').getAttribute('lang')) !== language) await page.locator('.bar-language').click();
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1_500);
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  const picture = smallPng(await page.screenshot());
  writeFileSync(path, picture);
  console.error(`${path} ${Math.round(picture.length / 1024)} KB`);
}

async function takeResidents(browser, url, { name, language, colorScheme, asked, way }, into) {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, colorScheme, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript((chosen) => localStorage.setItem('pingzhan.language', chosen), language);
  await page.goto(`${url}residents.html#${asked}`);
  await page.getByRole('navigation').waitFor();
  if (way) await page.getByRole('radio', { name: way }).check({ force: true });
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(500);
  await page.evaluate(() => document.fonts.ready);
  const path = join(into, `${name}.png`);
  const picture = smallPng(await page.screenshot());
  writeFileSync(path, picture);
  console.error(`${path} ${Math.round(picture.length / 1024)} KB`);
  await context.close();
}

/** One answer is computed, then looked at in every way. */
async function takePlanner(browser, url, into) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.locator('#verdict [role=status]:not(:empty)').waitFor({ state: 'attached', timeout: LONGEST_ANSWER_MS });
  await page.locator('.job[data-status=idle]').waitFor({ timeout: LONGEST_ANSWER_MS });
  for (const picture of PICTURES) await take(page, picture, into);
}

/** `--residents` takes those of the residents' page alone: no city is simulated. */
const residentsOnly = process.argv.includes('--residents');
const folder = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? rootPath('docs', 'images');
mkdirSync(folder, { recursive: true });
await buildPage();
const server = await servePage(rootPath(PAGE), { port: 0 });
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args, env });
try {
  for (const picture of RESIDENTS) await takeResidents(browser, server.url, picture, folder);
  if (!residentsOnly) await takePlanner(browser, server.url, folder);
} finally {
  await browser.close();
  await server.close();
}
