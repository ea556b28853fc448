import { PHONE, take } from './take.mjs';

/** The residents' page, by what its address asks; `way` works the map. */
const WAYS = [
  { name: 'residents-find-zh', language: 'zh-CN', colorScheme: 'light', asked: 'place=420704001002' },
  { name: 'residents-coverage-zh', language: 'zh-CN', colorScheme: 'light', asked: 'view=coverage&measure=hospital' },
  { name: 'residents-find-en', language: 'en', colorScheme: 'dark', asked: 'place=420704001002&day=2' },
  { name: 'residents-map-en', language: 'en', colorScheme: 'light', asked: '', way: 'Map' },
];

export async function takeResidents(browser, url, folder) {
  for (const { name, language, colorScheme, asked, way } of WAYS) {
    const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, colorScheme, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript((chosen) => localStorage.setItem('pingzhan.language', chosen), language);
    await page.goto(`${url}residents.html#${asked}`);
    await page.getByRole('navigation').waitFor();
    if (way) await page.getByRole('radio', { name: way }).check({ force: true });
    await page.evaluate(() => document.activeElement?.blur());
    await take(page, name, folder);
    await context.close();
  }
}
