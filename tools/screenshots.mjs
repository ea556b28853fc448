// Makes the pictures of the README from the real pages: node tools/screenshots.mjs [folder] [--only=first-screen|planner|trainer|ambulance|residents]
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { buildPage, PAGE } from './build-page.mjs';
import { servePage } from './page-server.mjs';
import { rootPath } from './paths.mjs';
import { takeAmbulance } from './pictures/ambulance.mjs';
import { takeFirstScreen } from './pictures/first-screen.mjs';
import { takePlannerStory } from './pictures/planner-story.mjs';
import { takeResidents } from './pictures/residents.mjs';
import { takeTrainerStory } from './pictures/trainer-story.mjs';

const SETS = {
  residents: takeResidents,
  ambulance: takeAmbulance,
  'first-screen': takeFirstScreen,
  planner: takePlannerStory,
  trainer: takeTrainerStory,
};

const words = process.argv.slice(2);
const only = words.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const folder = words.find((word) => !word.startsWith('--')) ?? rootPath('docs', 'images');
mkdirSync(folder, { recursive: true });
await buildPage();
const server = await servePage(rootPath(PAGE), { port: 0 });
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args, env });
try {
  for (const [name, takeSet] of Object.entries(SETS)) if (only === undefined || only === name) await takeSet(browser, server.url, folder);
} finally {
  await browser.close();
  await server.close();
}
