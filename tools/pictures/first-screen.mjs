import { DESKTOP, PHONE, take, untilIdle } from './take.mjs';

/** One answer is computed, then looked at in each of these ways in turn. */
const WAYS = [
  { name: 'first-screen-zh', language: 'zh-CN', colorScheme: 'light', size: DESKTOP },
  { name: 'first-screen-dark', language: 'zh-CN', colorScheme: 'dark', size: DESKTOP },
  { name: 'phone-zh', language: 'zh-CN', colorScheme: 'light', size: PHONE },
  { name: 'first-screen-en', language: 'en', colorScheme: 'light', size: DESKTOP },
];

export async function takeFirstScreen(browser, url, folder) {
  const page = await browser.newPage({ viewport: DESKTOP });
  await page.goto(url);
  await untilIdle(page);
  for (const { name, language, colorScheme, size } of WAYS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    if ((await page.locator('html').getAttribute('lang')) !== language) await page.locator('.bar-language').click();
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(0, 0);
    await take(page, name, folder);
  }
  await page.context().close();
}
