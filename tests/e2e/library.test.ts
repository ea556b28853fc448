import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { gravest } from './gravest.ts';
import { expect, fingerprintOf, openPlanner, tellCityItIsSmall, test, untilStudied } from './fixtures.ts';

const staffOf = (page: Page) => page.getByRole('group', { name: '采样人员', exact: true }).getByRole('textbox');
async function setStaff(page: Page, staff: number): Promise<void> {
  await staffOf(page).fill(String(staff));
  await staffOf(page).press('Enter');
}
async function chooseInMenu(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: '方案库', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
/** Somebody else's browser: nothing kept, nothing shared. */
async function openElsewhere(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await tellCityItIsSmall(page);
  await page.goto(address);
  return page;
}

test('a plan is saved, edited, back after a reload, and sent as a link that a fresh browser shows before it opens', async ({
  planner,
  browser,
}) => {
  await setStaff(planner, 90);
  await chooseInMenu(planner, '另存为…');
  await planner.getByRole('textbox', { name: '另存为的名称' }).fill('夜班方案');
  await planner.keyboard.press('Enter');
  await expect(planner.getByRole('button', { name: '打开“夜班方案”' })).toBeVisible();
  await planner.keyboard.press('Escape');
  await setStaff(planner, 95);
  await chooseInMenu(planner, '打开方案库');
  await expect(planner.getByText(/有改动未存入 · 已自动保存/)).toBeVisible();
  await planner.reload();
  await expect(planner.getByText(/已恢复上次的方案/)).toBeVisible();
  await expect(staffOf(planner)).toHaveValue('95');
  await planner.keyboard.press('Control+z');
  await expect(staffOf(planner)).toHaveValue('90');
  await planner.keyboard.press('Control+y');
  await expect(staffOf(planner)).toHaveValue('95');
  await untilStudied(planner);
  const fingerprint = await fingerprintOf(planner);

  await chooseInMenu(planner, '保存“夜班方案”');
  await expect(planner.getByText('已存入方案库：夜班方案')).toBeVisible();
  await chooseInMenu(planner, '打开方案库');
  await planner.getByRole('button', { name: '删除“夜班方案”' }).click();
  await planner.getByRole('button', { name: '撤销删除' }).click();
  await expect(planner.getByRole('button', { name: '打开“夜班方案”' })).toBeVisible();
  await planner.keyboard.press('Escape');

  await planner.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await chooseInMenu(planner, '复制分享链接');
  const link = await planner.getByRole('textbox', { name: '分享链接' }).inputValue();
  expect(await gravest(planner)).toEqual([]);
  const other = await openElsewhere(browser, link);
  const dialog = other.getByRole('dialog', { name: '链接里的方案' });
  await expect(dialog).toContainText('75 人 → 95 人');
  await expect(staffOf(other)).toHaveValue('75');
  expect(await gravest(other)).toEqual([]);
  await dialog.getByRole('button', { name: '作为新方案打开' }).click();
  await expect(staffOf(other)).toHaveValue('95');
  await untilStudied(other);
  expect(await fingerprintOf(other)).toBe(fingerprint);
  expect(new URL(other.url()).hash).toBe('');
  await other.evaluate(() => (window.location.hash = '#plan=1.00000000.AAAA'));
  await expect(dialog).toContainText('链接不完整');
  expect(await gravest(other)).toEqual([]);
  await dialog.getByRole('button', { name: '知道了' }).click();
  await expect(staffOf(other)).toHaveValue('95');
  await other.context().close();
});

test('two tabs lose nothing: the later one is told and keeps its own', async ({ planner }) => {
  const second = await planner.context().newPage();
  await tellCityItIsSmall(second);
  await openPlanner(second);
  await setStaff(planner, 90);
  await expect(second.getByText(/另一个标签页改动了方案/)).toBeVisible();
  await setStaff(second, 70);
  await expect(second.getByText(/这里的改动从此单独保存/)).toBeVisible();
  await Promise.all([planner.reload(), second.reload()]);
  await expect(staffOf(planner)).toHaveValue('90');
  await expect(staffOf(second)).toHaveValue('70');
  await chooseInMenu(planner, '打开方案库');
  await expect(planner.getByRole('region', { name: '其他标签页的自动保存' })).toContainText('采样人员 70 人');
});

test('a scenario file dropped on the page opens; every export says where it comes from', async ({ planner }) => {
  const scenario = {
    schema: 'pingzhan.scenario/1',
    name: '来客',
    city: 'ezhou',
    inputs: { 'staff.total': 80, 'experiment.replications': 3 },
  };
  const drop = async (names: readonly string[]): Promise<void> => {
    const transfer = await planner.evaluateHandle(
      ([files, text]) => {
        const data = new DataTransfer();
        for (const name of files) data.items.add(new File([text], name, { type: 'application/json' }));
        return data;
      },
      [names, JSON.stringify(scenario)] as const,
    );
    await planner.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
    await planner.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  };
  await drop(['one.json', 'two.json']);
  await expect(planner.getByText('一次只能打开一个方案文件。')).toBeVisible();
  await planner.getByRole('button', { name: '关闭提示' }).click();
  await drop(['one.json']);
  await expect(staffOf(planner)).toHaveValue('80');
  await untilStudied(planner);
  const fingerprint = await fingerprintOf(planner);
  for (const [item, named] of [
    ['地图图片（PNG）', /\.png$/],
    ['全部结果（XLSX）', /\.xlsx$/],
    ['点位结果（CSV）', /\.csv$/],
    ['点位结果（GeoJSON）', /\.geojson$/],
  ] as const) {
    await planner.getByRole('button', { name: '导出', exact: true }).click();
    const [download] = await Promise.all([planner.waitForEvent('download'), planner.getByRole('menuitem', { name: item }).click()]);
    expect(download.suggestedFilename()).toMatch(named);
    expect(download.suggestedFilename()).toContain(fingerprint);
    const content = readFileSync(await download.path());
    expect(content.length).toBeGreaterThan(1_000);
    if (/csv|geojson/.test(named.source)) expect(content.toString('utf8')).toContain(fingerprint);
  }
});
