import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallPng } from '../small-png.mjs';

export const DESKTOP = { width: 1440, height: 900 };
export const PROJECTOR = { width: 1920, height: 1080 };
export const PHONE = { width: 390, height: 844 };
/** A whole city's answer with everything that follows it, in milliseconds. */
export const LONGEST_ANSWER_MS = 900_000;

/** Writes what the page shows, when its fonts have come and its movements have ended. */
export async function take(page, name, folder) {
  await page.waitForTimeout(1_500);
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  const picture = smallPng(await page.screenshot());
  writeFileSync(path, picture);
  console.error(`${path} ${Math.round(picture.length / 1024)} KB`);
}

/** Every replication of the study in force is in. */
export async function untilStudied(page) {
  await page.locator('#verdict[data-stale=false] [role=status]:not(:empty)').waitFor({ state: 'attached', timeout: LONGEST_ANSWER_MS });
}

/** Nothing is computed any more: claim check, bottlenecks and remedies included. */
export async function untilIdle(page) {
  await untilStudied(page);
  await page.locator('.job[data-status=idle]').waitFor({ state: 'attached', timeout: LONGEST_ANSWER_MS });
}
