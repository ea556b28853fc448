import { DESKTOP, take } from './take.mjs';

const WAYS = [
  { name: 'ambulance-zh', language: 'zh-CN', tab: '急救' },
  { name: 'ambulance-en', language: 'en', tab: 'Ambulances' },
];

/** The ambulance face when its year of calls is simulated. */
export async function takeAmbulance(browser, url, folder) {
  for (const { name, language, tab } of WAYS) {
    const context = await browser.newContext({ viewport: DESKTOP });
    const page = await context.newPage();
    await page.addInitScript((chosen) => localStorage.setItem('pingzhan.language', chosen), language === 'en' ? 'en' : 'zh');
    await page.goto(url);
    await page.getByText(tab, { exact: true }).first().click();
    await page.waitForTimeout(20_000);
    await take(page, name, folder);
    await context.close();
  }
}
