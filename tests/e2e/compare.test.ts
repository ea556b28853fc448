import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, untilStudied } from './fixtures.ts';
import { strayLatin, readWords } from './words.ts';

const region = (page: Page) => page.getByRole('region', { name: '方案对比' });
const gravest = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).include('.compare').analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
};

/** Pins the plan as it stands, then one with another pace. */
async function pinTwo(page: Page): Promise<void> {
  await untilStudied(page);
  await page.getByRole('button', { name: /^钉住/ }).click();
  await page.getByRole('button', { name: /^全部采样，每小时 100 人/ }).click();
  await untilStudied(page);
  await page.getByRole('button', { name: /^钉住/ }).click();
}

test('two pinned runs are compared in words, on the map, in a table, side by side and by keys; closing returns', async ({ planner }) => {
  await pinTwo(planner);
  await planner.getByRole('button', { name: '对比方案（已钉住 2 个）' }).click();
  await expect(region(planner).getByRole('region', { name: '结论' })).toContainText('B 更好：B 比 A 按时采完的可能性高 100 个百分点');
  await expect(region(planner).getByRole('row', { name: /^采完 .* 早 .* B 好/ })).toBeVisible();
  await expect(region(planner)).toContainText('同样 20 次模拟');
  await expect(region(planner).locator('.difference-count').first()).toHaveText(/采样点：\d+ 个更早，\d 个差不多，0 个更晚/);
  expect(await gravest(planner)).toEqual([]);
  expect(strayLatin(await readWords(planner))).toEqual([]);

  await planner.getByText('差异表', { exact: true }).click();
  await expect(region(planner).getByRole('columnheader', { name: /B − A/ })).toBeVisible();
  await planner.getByText('并排播放', { exact: true }).click();
  await expect(region(planner).locator('.two-maps .city-map')).toHaveCount(2);
  await expect(region(planner).locator('.two-maps-key')).toContainText('同一次模拟');
  expect(await gravest(planner)).toEqual([]);

  await planner.getByText('此刻差异', { exact: true }).click();
  const slider = region(planner).getByRole('slider', { name: '时间轴' });
  await planner.locator('body').press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^第1天 08:00/);
  await planner.locator('body').press(' ');
  await expect.poll(async () => Number(await slider.getAttribute('aria-valuenow'))).toBeGreaterThan(0.5);
  await planner.locator('body').press(' ');
  const ahead = region(planner).locator('.difference-count');
  await planner.locator('body').press('Home');
  await expect(ahead).toHaveText('采样点：0 个领先，31 个差不多，0 个落后');
  for (let quarterDays = 0; quarterDays < 5; quarterDays++) await slider.press('PageUp');
  await expect(ahead).toHaveText(/采样点：(2\d|3[01]) 个领先/);
  await expect(slider).toHaveAttribute('aria-valuetext', /A 已采.*B 已采/);

  await planner.locator('body').press('Escape');
  await expect(region(planner)).toHaveCount(0);
  await expect(planner.getByRole('region', { name: '结论', exact: true })).toBeVisible();
});

test('all plans stand in one table: sorted, the best named, renamed, taken as a side, deleted', async ({ planner }) => {
  await pinTwo(planner);
  await planner.getByRole('button', { name: '对比方案（已钉住 2 个）' }).click();
  await planner.getByText('多方案（2）').click();
  const table = region(planner).getByRole('region', { name: '方案一览' });
  const rows = table.locator('tbody tr');
  await expect(rows.nth(1).locator('[data-standing=best]').first()).toContainText('最好');
  await table.getByRole('button', { name: '采完', exact: true }).click();
  await expect(rows.first().locator('[data-standing=best]').first()).toBeVisible();
  expect(await gravest(planner)).toEqual([]);
  await rows.first().getByRole('button', { name: /^改名/ }).click();
  await planner.getByRole('textbox', { name: '新名称' }).fill('快的一种');
  await planner.getByRole('textbox', { name: '新名称' }).press('Enter');
  await expect(rows.first()).toContainText('快的一种');
  await table.getByRole('button', { name: '以此为 A：快的一种' }).click();
  await expect(region(planner).getByRole('combobox', { name: '方案 A' })).toHaveValue('快的一种');
  await planner.getByText('多方案（2）').click();
  await table.getByRole('button', { name: '删除：快的一种' }).click();
  await table.getByRole('button', { name: '确认删除' }).click();
  await expect(table.getByRole('button', { name: '删除：快的一种' })).toHaveCount(0);
});

test('on a phone the comparison is one column from the menu, without sideways scrolling', async ({ planner }) => {
  await planner.setViewportSize({ width: 390, height: 844 });
  await untilStudied(planner);
  await planner.getByRole('button', { name: '更多' }).click();
  await planner.getByRole('menuitem', { name: /^对比方案/ }).click();
  await expect(region(planner).getByRole('region', { name: '结论' })).toBeVisible();
  await expect(region(planner).locator('.city-map')).toBeVisible();
  expect(await planner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(strayLatin(await readWords(planner))).toEqual([]);
  await region(planner).getByRole('button', { name: '返回推演（Esc）' }).click();
  await expect(region(planner)).toHaveCount(0);
});
