import { test as base, expect, type Locator, type Page } from '@playwright/test';

export type Language = 'zh' | 'en';

interface Options {
  language: Language;
  /** The real city, or the same city told that it is a tenth as large and simulated twenty times: the same page, ten times sooner. */
  city: 'whole' | 'tenth';
}

/** What a city pack may state about itself, in place of what Ezhou's does. */
export const A_TENTH = {
  'city.population': 108_000,
  'city.sites': 31,
  'staff.total': 75,
  'devices.total': 30,
  'lab.tubesPerDay': 2_000,
  'experiment.replications': 20,
};

export async function tellCityItIsSmall(page: Page): Promise<void> {
  await page.route('**/assets/pack-*.json', async (route) => {
    const response = await route.fetch();
    const pack = (await response.json()) as { defaults: Record<string, { value: unknown; source: string }> };
    const source = pack.defaults['city.population'].source;
    for (const [path, value] of Object.entries(A_TENTH)) pack.defaults[path] = { value, source };
    await route.fulfill({ response, json: pack });
  });
}

interface Fixtures {
  /** Whatever the page did that it never may: errors, policy violations, requests to other origins. Empty at the end of every test. */
  faults: string[];
  /** The planner's page, opened, with the first figures standing. */
  planner: Page;
}

/** Names by which a person finds things, in both languages. */
export const NAMES = {
  zh: {
    verdict: '结论',
    job: '计算进度',
    provenance: '结果出处',
    staff: '采样人员',
    cancel: '取消',
    again: '重新计算',
    library: '方案库',
    exports: '导出',
    language: '切换到英文',
    map: '地图与点位',
    timeline: '时间线',
  },
  en: {
    verdict: 'Verdict',
    job: 'Progress',
    provenance: 'Where the result comes from',
    staff: 'staff',
    cancel: 'Cancel',
    again: 'Run again',
    library: 'Library',
    exports: 'Export',
    language: 'Switch to Chinese',
    map: 'Map and sites',
    timeline: 'Timeline',
  },
} as const;

const address = () => process.env.PINGZHAN_PAGE ?? '';

function watch(page: Page, faults: string[]): void {
  const origin = new URL(address()).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) faults.push(`request to another origin: ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
}

export const verdictOf = (page: Page, language: Language = 'zh'): Locator =>
  page.getByRole('region', { name: NAMES[language].verdict, exact: true });
export const jobOf = (page: Page, language: Language = 'zh'): Locator =>
  page.getByRole('region', { name: NAMES[language].job, exact: true });
export const provenanceOf = (page: Page, language: Language = 'zh'): Locator =>
  page.getByRole('list', { name: NAMES[language].provenance });

/** Opens the page, as somebody who has chosen this language before; waits for the first figures. */
export async function openPlanner(page: Page, language: Language = 'zh'): Promise<void> {
  if (language === 'en') await page.addInitScript(() => localStorage.setItem('pingzhan.language', 'en'));
  await page.goto(address());
  await expect(verdictOf(page, language)).toContainText('%');
}

/** Waits until every replication of the study in force is in. */
export async function untilStudied(page: Page): Promise<void> {
  await expect(page.locator('#verdict')).toHaveAttribute('data-stale', 'false', { timeout: 60_000 });
  await expect(page.locator('#verdict [role=status]')).not.toBeEmpty({ timeout: 60_000 });
}

/** Waits until nothing is computed any more: claim check, bottlenecks and remedies included. */
export async function untilIdle(page: Page): Promise<void> {
  await expect(page.locator('.job')).toHaveAttribute('data-status', 'idle', { timeout: 170_000 });
}

export const fingerprintOf = async (page: Page): Promise<string> =>
  /[0-9a-f]{12}/.exec(await page.locator('.provenance-scenario').innerText())?.[0] ?? '';

export const test = base.extend<Options & Fixtures>({
  language: ['zh', { option: true }],
  city: ['tenth', { option: true }],
  faults: [
    async ({ page, city }, provide) => {
      if (city === 'tenth') await tellCityItIsSmall(page);
      const faults: string[] = [];
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
      watch(page, faults);
      await provide(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  planner: async ({ page, language, faults }, provide) => {
    expect(faults).toEqual([]);
    await openPlanner(page, language);
    await provide(page);
  },
});

export { expect };
