import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from '@playwright/test';
import { PAGE } from '../../tools/build-page.mjs';
import { servePage } from '../../tools/page-server.mjs';
import { rootPath } from '../../tools/paths.mjs';
import { expect, test, type Language } from './fixtures.ts';
import { readWords, strayHan, strayLatin } from './words.ts';

const NAMES = {
  zh: {
    field: '村或社区',
    typing: '输入',
    list: '名单',
    map: '地图',
    how: '怎么去',
    day3: /^第3天/,
    link: '链接',
    wudu: '吴都社区',
    yuwan: '余湾村',
    liufan: '刘畈村',
    liangzi: '梁子镇',
    tingzu: '汀祖镇',
    taihe: '太和镇',
    townships: '地图：选乡镇或街道',
    villages: /^地图：选.*的村或社区$/,
    best: '最快的几个选择',
    other: '换一个地方',
    simulated: '模拟结果，非实时信息',
    sample: '示例数据',
    range: /总共(约|不超过)? [\d.]+(–[\d.]+)? (分钟|小时)/,
    word: /畅通|忙碌|拥堵|休息/,
    print: '打印',
  },
  en: {
    field: 'Village or community',
    typing: 'Type',
    list: 'List',
    map: 'Map',
    how: 'How you go',
    day3: /^Day 3/,
    link: 'Link',
    wudu: 'Wudu Community',
    yuwan: 'Yuwan Village',
    liufan: 'Liufan Village',
    liangzi: 'Liangzi Town',
    tingzu: 'Tingzu Town',
    taihe: 'Taihe Town',
    townships: 'Map: choose a town or subdistrict',
    villages: /^Map: choose a village or community of/,
    best: 'The quickest choices',
    other: 'Choose another place',
    simulated: 'Simulated, not live',
    sample: 'Sample data',
    range: /([\d.]+–)?[\d.]+ (min|h) in all/,
    word: /Clear|Busy|Jammed|Closed/,
    print: 'Print',
  },
} as const;
/** Every screen once in either language; the longest two in both. */
const VIEWS = {
  zh: ['view=find', 'view=coverage', 'view=about', 'view=notice', 'place=420704001002&day=2'],
  en: ['view=coverage', 'place=420704001002&day=2'],
} as const;

const address = (fragment = ''): string => `${process.env.PINGZHAN_PAGE ?? ''}residents.html${fragment}`;

async function openResidents(page: Page, language: Language, fragment = ''): Promise<void> {
  if (language === 'en') await page.addInitScript(() => localStorage.setItem('pingzhan.language', 'en'));
  await page.goto(address(fragment));
  await expect(page.getByRole('navigation')).toBeVisible();
}

/** The answer for a village stands, in words, with everything that no screen goes without. */
async function expectAnswer(page: Page, language: Language, village: string): Promise<void> {
  const names = NAMES[language];
  await expect(page.getByRole('heading', { name: village, exact: true })).toBeVisible();
  const best = page.getByRole('region', { name: names.best });
  const choices = best.getByRole('list').first().getByRole('listitem');
  await expect(choices).toHaveCount(3);
  for (const choice of await choices.all()) {
    await expect(choice).toContainText(names.range);
    await expect(choice).toContainText(names.word);
  }
  await expect(page.getByRole('main')).toContainText(names.simulated);
  await expect(page.getByRole('note')).toContainText(names.sample);
}

/** Presses Tab until the focus is on what is meant, as somebody without a pointer does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard never got there');
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('#root').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

test.use({ viewport: { width: 390, height: 844 } });

for (const language of ['zh', 'en'] as const) {
  const names = NAMES[language];

  test(`three villages are found by the keyboard alone (${language}): typed, from the list, on the map`, async ({ page }) => {
    await openResidents(page, language);
    await tabTo(page, page.getByRole('combobox', { name: names.field }));
    await page.keyboard.type('wudushequ');
    await page.keyboard.press('Enter');
    await expectAnswer(page, language, names.wudu);

    await tabTo(page, page.getByRole('button', { name: names.other }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('radio', { name: names.typing }));
    await page.keyboard.press('ArrowRight');
    await tabTo(page, page.getByRole('button', { name: names.liangzi }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const fromList = await page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('Enter');
    await expectAnswer(page, language, fromList);

    await tabTo(page, page.getByRole('button', { name: names.other }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('radio', { name: names.typing }));
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, page.getByRole('listbox', { name: names.townships }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const villages = page.getByRole('listbox', { name: names.villages });
    await tabTo(page, villages);
    await page.keyboard.press('ArrowRight');
    const onMap = await villages.evaluate((map) =>
      document.getElementById(map.getAttribute('aria-activedescendant')!)!.getAttribute('aria-label')!,
    );
    await page.keyboard.press('Enter');
    await expectAnswer(page, language, onMap);
  });

  test(`three villages are found by roles and names alone (${language}), and a link says the same to somebody else`, async ({ page }) => {
    await openResidents(page, language);
    await page.getByRole('combobox', { name: names.field }).fill('yuwan');
    await page.getByRole('option', { name: names.yuwan }).click();
    await expectAnswer(page, language, names.yuwan);

    await page.goBack();
    await page.getByRole('radio', { name: names.list }).check({ force: true });
    await page.getByRole('button', { name: names.tingzu }).click();
    await page.getByRole('button', { name: names.liufan }).click();
    await expectAnswer(page, language, names.liufan);

    await page.getByRole('button', { name: names.other }).click();
    await page.getByRole('radio', { name: names.map }).check({ force: true });
    await page.getByRole('listbox', { name: names.townships }).getByRole('option', { name: names.taihe }).click();
    const village = page.getByRole('listbox', { name: names.villages }).getByRole('option').nth(2);
    const name = (await village.getAttribute('aria-label')) ?? '';
    await village.click();
    await expectAnswer(page, language, name);

    await page.getByRole('combobox', { name: names.how }).selectOption('wheelchair');
    await page.getByRole('radio', { name: names.day3 }).check({ force: true });
    const link = await page.getByRole('textbox', { name: names.link }).inputValue();
    const said = await page.getByRole('main').innerText();
    await page.goto(link);
    await page.reload();
    await expect.poll(() => page.getByRole('main').innerText()).toBe(said);
  });
}

test('nothing serious stands in the way of a screen reader on any screen, light and dark; each screen says what it is', async ({
  page,
}) => {
  let dark = true;
  // Names of their own, and how to type in pinyin.
  const proper = /wudu|wdsq|GeoNames|geonames\.org|OpenStreetMap|Asher|GB 50180/g;
  for (const language of ['zh', 'en'] as const) {
    await openResidents(page, language);
    for (const view of VIEWS[language]) {
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      dark = !dark;
      await page.goto(address(`#${view}`));
      await page.reload();
      await expect(page.getByRole('main')).toContainText(NAMES[language].simulated);
      await expect(page.getByRole('note')).toContainText(NAMES[language].sample);
      expect(await violationsOf(page)).toEqual([]);
      const words = (await readWords(page)).map((line) => line.replace(proper, ''));
      expect(language === 'zh' ? strayLatin(words) : strayHan(words)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect([view, overflow]).toEqual([view, 0]);
    }
  }
});

test('a street notice with its code is there for official sites, and never for a sample', async ({ page }) => {
  await openResidents(page, 'zh', '#view=notice');
  await expect(page.getByRole('main')).toContainText('不能打印告示');
  await expect(page.getByRole('button', { name: NAMES.zh.print })).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });

  await page.route('**/published.json', async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as { address: string; quality: { sites: { accuracy: string } } };
    json.quality.sites.accuracy = 'official';
    json.address = 'https://example.org/residents.html';
    await route.fulfill({ response, json });
  });
  await page.reload();
  await expect(page.getByRole('note')).toHaveCount(0);
  const notice = page.getByRole('article', { name: '告示' });
  await expect(notice).toContainText(NAMES.zh.simulated);
  await expect(notice).toContainText(NAMES.zh.word);
  await expect(notice.getByRole('img', { name: /二维码：https:\/\/example\.org\/residents\.html#place=\d+/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: NAMES.zh.print })).toBeHidden();
});

test('a publication that is missing or faulty is named in words, and asked for again', async ({ page }) => {
  await page.route('**/published.json', (route) => route.fulfill({ body: '{"schema":"pingzhan.published/1","date":"yesterday"}' }));
  await page.goto(address());
  await expect(page.getByRole('status')).toContainText('数据文件有误（file.city）');
  await page.unroute('**/published.json');
  await page.route('**/published.json', (route) => route.fulfill({ body: '{"schema":"pingzhan.published/2"}' }));
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('status')).toContainText('更新的版本');
  await page.unroute('**/published.json');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('combobox', { name: NAMES.zh.field })).toBeVisible();
});

test('all scripts together stay within 200 KB gzipped, and none is the planner’s', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(new URL(response.url()).pathname);
  });
  await openResidents(page, 'zh', '#view=coverage');
  const sizes = scripts.map((path) => gzipSync(readFileSync(rootPath(PAGE, path)), { level: 9 }).length);
  expect(scripts.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200 * 1024);
  expect(scripts.filter((path) => !path.includes('residents'))).toEqual([]);
});

test.describe('after the first visit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pingzhan-residents-'));
  test.beforeAll(() => cpSync(rootPath(PAGE), folder, { recursive: true }));
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));

  async function openOnce(browser: Browser, url: string): Promise<Page> {
    const context = await browser.newContext({ serviceWorkers: 'allow', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('navigation').waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (navigator.serviceWorker.controller === null) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    return page;
  }

  test('the page works without a server, and takes new data and a new version when there is one', async ({ browser }) => {
    let server = await servePage(folder, { port: 0 });
    const { port, url } = server;
    const page = await openOnce(browser, `${url}residents.html`);
    await server.close();

    await page.reload();
    for (const [typed, village] of [
      ['wdsq', '吴都社区'],
      ['余湾', '余湾村'],
      ['liufancun', '刘畈村'],
    ]) {
      await page.getByRole('combobox', { name: NAMES.zh.field }).fill(typed);
      await page.getByRole('combobox', { name: NAMES.zh.field }).press('Enter');
      await expectAnswer(page, 'zh', village);
      await page.getByRole('button', { name: NAMES.zh.other }).click();
    }

    edit('published.json', (text) => text.replace(/"date":"\d{4}-\d{2}-\d{2}"/, '"date":"2031-01-02"'));
    edit('residents.html', (text) => text.replace('<body class="residents">', '<body class="residents" data-version="next">'));
    edit('residents-worker.js', (text) => text.replace(/(url:"residents\.html",revision:")[0-9a-f]+/, '$1next'));
    server = await servePage(folder, { port });
    await page.reload();
    await expect(page.getByRole('main')).toContainText('2031-01-02');
    await expect(async () => {
      await page.reload();
      await expect(page.locator('body')).toHaveAttribute('data-version', 'next', { timeout: 500 });
    }).toPass();

    await server.close();
    await page.reload();
    await expect(page.getByRole('main')).toContainText('2031-01-02');
    await page.context().close();
  });
});
