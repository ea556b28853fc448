// Makes the pictures of the README from the real page: node tools/screenshots.mjs [folder]
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

const folder = process.argv[2] ?? rootPath('docs', 'images');
mkdirSync(folder, { recursive: true });
await buildPage();
const server = await servePage(rootPath(PAGE), { port: 0 });
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args, env });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(server.url);
  await page.locator('#verdict [role=status]:not(:empty)').waitFor({ state: 'attached', timeout: LONGEST_ANSWER_MS });
  await page.locator('.job[data-status=idle]').waitFor({ timeout: LONGEST_ANSWER_MS });
  for (const picture of PICTURES) await take(page, picture, folder);
} finally {
  await browser.close();
  await server.close();
}
