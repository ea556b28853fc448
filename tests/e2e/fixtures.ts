import { test as base, expect, type Page } from '@playwright/test';

export type Language = 'zh' | 'en';

interface Options {
  language: Language;
}

interface Fixtures {
  /** Whatever the page did that it never may: errors, policy violations, requests to other origins. Empty at the end of every test. */
  faults: string[];
  /** The planner's page, opened, with the first verdict standing. */
  planner: Page;
}

const origin = () => new URL(process.env.PINGZHAN_PAGE ?? '').origin;

function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin()) faults.push(`request to another origin: ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
}

/** Opens the page in a language, as somebody who has chosen it before; waits for the verdict of the first study. */
export async function openPlanner(page: Page, language: Language): Promise<void> {
  if (language === 'en') await page.addInitScript(() => localStorage.setItem('pingzhan.language', 'en'));
  await page.goto(process.env.PINGZHAN_PAGE ?? '');
  await expect(page.getByRole('region', { name: language === 'zh' ? '结论' : 'Verdict' })).toContainText('%');
}

export const test = base.extend<Options & Fixtures>({
  language: ['zh', { option: true }],
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
      watch(page, faults);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  planner: async ({ page, language, faults }, use) => {
    expect(faults).toEqual([]);
    await openPlanner(page, language);
    await use(page);
  },
});

export { expect };
