// Makes the pictures of the README from the real page: node tools/screenshots.mjs [folder]
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { buildPage, PAGE } from './build-page.mjs';
import { servePage } from './page-server.mjs';
import { rootPath } from './paths.mjs';

const PICTURES = [
  { name: 'first-screen-zh', language: 'zh', theme: 'light', width: 1440, height: 900 },
  { name: 'first-screen-en', language: 'en', theme: 'light', width: 1440, height: 900 },
  { name: 'first-screen-dark', language: 'zh', theme: 'dark', width: 1440, height: 900 },
  { name: 'projector-zh', language: 'zh', theme: 'light', width: 1920, height: 1080 },
  { name: 'phone-zh', language: 'zh', theme: 'light', width: 390, height: 844 },
];

async function take(browser, url, { name, language, theme, width, height }, folder) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('pingzhan.language', chosenLanguage);
      localStorage.setItem('pingzhan.theme', chosenTheme);
    },
    [language, theme],
  );
  await page.goto(url);
  await page.locator('#verdict [role=status]:not(:empty)').waitFor({ state: 'attached', timeout: 120_000 });
  await page.locator('.job[data-status=idle]').waitFor({ timeout: 180_000 });
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  await page.close();
  console.error(`${path} ${Math.round(statSync(path).size / 1024)} KB`);
}

const folder = process.argv[2] ?? rootPath('docs', 'images');
mkdirSync(folder, { recursive: true });
await buildPage();
const server = await servePage(rootPath(PAGE), { port: 0 });
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args, env });
try {
  for (const picture of PICTURES) await take(browser, server.url, picture, folder);
} finally {
  await browser.close();
  await server.close();
}
