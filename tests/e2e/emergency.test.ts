import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

async function openAmbulances(page: Page): Promise<void> {
  await page.goto(`${process.env.PINGZHAN_PAGE ?? ''}#emergency`);
  await expect(page.locator('.station-mark')).toHaveCount(13);
  await expect(page.getByRole('region', { name: '急救可达结论' })).toContainText('设在这里');
}

const changeOf = (page: Page) => page.getByRole('region', { name: '与现有各站相比' });

test('the ambulance face is a view of the page: the bar leads there and back, the address remembers it', async ({ planner }) => {
  await planner.getByRole('link', { name: '急救', exact: true }).click();
  await expect(planner.locator('.station-mark')).toHaveCount(13);
  expect(new URL(planner.url()).hash).toBe('#emergency');
  await planner.getByRole('link', { name: '核酸筛查' }).click();
  await expect(planner.locator('#verdict')).toContainText('%');
});

test('stations are moved by keys and by hand, closed, added at a suggestion and put back; figures, tables and simulation follow', async ({
  page,
}) => {
  await openAmbulances(page);
  const cards = page.getByRole('region', { name: '急救可达结论' });
  await expect(cards).toContainText(/模拟平均 [\d.]+ 分钟（95% [\d.–]+），通报 15/);

  const donggou = page.getByRole('button', { name: /^东沟急救站，/ });
  await donggou.focus();
  for (let step = 0; step < 4; step++) await donggou.press('ArrowUp');
  await expect(changeOf(page)).toContainText(/[\d,]+ 人更快，[\d,]+ 人更慢/);
  const before = await changeOf(page).innerText();

  const box = (await donggou.boundingBox())!;
  await page.mouse.move(box.x + 8, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 68, box.y + 48, { steps: 6 });
  await expect(changeOf(page)).not.toHaveText(before);
  await page.mouse.up();
  await expect(donggou).toHaveAccessibleName(/已移动/);

  await donggou.press('Delete');
  await expect(donggou).toHaveAccessibleName(/关闭/);
  await page.getByRole('button', { name: '全部还原' }).last().click();
  await expect(changeOf(page)).toContainText('各站未改动');

  await page
    .getByRole('button', { name: /^在.+设站$/ })
    .first()
    .click();
  await expect(page.locator('.station-mark')).toHaveCount(14);
  await expect(changeOf(page)).toContainText('人新达标');
  await expect(cards).toContainText('第 15 个站设在哪里？');

  await page.getByRole('tab', { name: '各村' }).click();
  await expect(page.getByRole('tabpanel').getByRole('rowheader').first()).toHaveText('梁子社区');
  await page.getByRole('tab', { name: '模拟' }).click();
  await expect(page.getByRole('tabpanel').getByRole('rowheader', { name: '城区', exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  const gravest = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(gravest.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([]);
});
