import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, fingerprintOf, openPlanner, test, untilStudied } from './fixtures.ts';
import { readWords, strayHan, strayLatin } from './words.ts';

const track = (page: Page) => page.getByRole('group', { name: /^(带时间的变化|Dated changes)$/ });
const bar = (page: Page, name: RegExp) => track(page).getByRole('slider', { name });
const form = (page: Page) => page.getByRole('dialog', { name: /^(带时间的变化|Dated changes)$/ });

/** Presses the track at an hour's clock, as shown beside the mouse, and chooses a kind from the menu. */
async function addAt(page: Page, share: number, kind: RegExp): Promise<void> {
  const box = (await track(page).boundingBox())!;
  await page.mouse.click(box.x + box.width * share, box.y + box.height - 8);
  await page.getByRole('menuitem', { name: kind }).click();
  await expect(form(page)).toBeVisible();
}

async function gravest(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('.timeline').include('[role=dialog]').analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

test('two changes are added on the track, dragged, moved by keys, edited with a comment, and taken back step by step', async ({
  planner,
}) => {
  await untilStudied(planner);
  const before = await fingerprintOf(planner);
  await addAt(planner, 0.1, /^支援队到达/);
  await planner.keyboard.press('Escape');
  await addAt(planner, 0.5, /^实验室停摆/);
  expect(await gravest(planner)).toEqual([]);

  // The form: an instant in words, a refused one, a comment.
  const start = form(planner).getByRole('textbox', { name: '开始' });
  await start.fill('半夜');
  await start.press('Enter');
  await expect(form(planner).getByRole('alert')).toContainText('“半夜”不是时刻');
  await start.fill('T+20');
  await start.press('Enter');
  await expect(start).toHaveValue('第2天 04:00');
  await form(planner).getByRole('textbox', { name: '备注' }).fill('停电');
  await form(planner).getByRole('button', { name: '完成' }).click();
  const lab = bar(planner, /^实验室停摆/);
  await expect(lab).toHaveAttribute('aria-valuetext', /第2天 04:00（T\+20 h）.*停电/);

  // Keys: an hour later, the end a quarter of an hour further; held keys are one step.
  await lab.focus();
  await lab.press('ArrowUp');
  await expect(lab).toHaveAttribute('aria-valuenow', '21');
  await lab.press('Shift+ArrowRight');
  const stretched = await lab.getAttribute('aria-valuetext');

  // A drag is one step, and undo leads back before it.
  const words = (await lab.locator('.change-words').boundingBox())!;
  await planner.mouse.move(words.x + 8, words.y + 8);
  await planner.mouse.down();
  for (const way of [20, 45, 90]) await planner.mouse.move(words.x + 8 + way, words.y + 8);
  await planner.mouse.up();
  await expect(lab).not.toHaveAttribute('aria-valuenow', '21');
  await planner.keyboard.press('Control+z');
  await expect(lab).toHaveAttribute('aria-valuetext', stretched!);
  await planner.keyboard.press('Control+Shift+z');
  await expect(lab).not.toHaveAttribute('aria-valuenow', '21');

  // The result follows, and the list tells both.
  await expect.poll(() => fingerprintOf(planner)).not.toBe(before);
  await planner.getByRole('button', { name: '全部变化（2 项）' }).click();
  await expect(form(planner).getByRole('row')).toHaveCount(3);
  expect(strayLatin(await readWords(planner))).toEqual([]);
  await planner.keyboard.press('Escape');
  await lab.press('Delete');
  await expect(lab).toBeHidden();
  await expect(bar(planner, /^支援队到达/)).toBeFocused();
});

test('on a phone, in English, a change is added by the button and edited in a sheet', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPlanner(page, 'en');
  await untilStudied(page);
  await page.getByRole('button', { name: 'Add change' }).first().click();
  await page.getByRole('menuitem', { name: /^Borrow a lab/ }).click();
  await form(page).getByRole('textbox', { name: 'At hand after' }).fill('18');
  await form(page).getByRole('textbox', { name: 'At hand after' }).press('Enter');
  await expect(form(page)).toContainText('at hand after 18 h');
  expect(await gravest(page)).toEqual([]);
  expect(strayHan(await readWords(page))).toEqual([]);
  await form(page).getByRole('button', { name: 'Done' }).click();
  await expect(bar(page, /^Borrow a lab/)).toBeVisible();
});

test('lanes stand under the chart, fold by name, and stand with it in one table', async ({ planner }) => {
  await planner.setViewportSize({ width: 1440, height: 900 });
  await untilStudied(planner);
  await planner.getByRole('button', { name: '展开泳道' }).click();
  const sites = planner.getByRole('button', { name: '收起：点位' });
  await sites.click();
  await expect(planner.getByRole('button', { name: '展开：点位' })).toBeFocused();
  expect(await gravest(planner)).toEqual([]);
  await expect(planner.getByRole('region', { name: '结论', exact: true })).toBeInViewport();
  const map = (await planner.getByRole('region', { name: '地图与点位' }).boundingBox())!;
  expect(map.height).toBeGreaterThan(200);
  const timeline = planner.getByRole('region', { name: '时间线', exact: true });
  await timeline.getByText('表', { exact: true }).click();
  await expect(timeline.getByRole('columnheader', { name: '实验室积压（管）' })).toBeAttached();
  const [download] = await Promise.all([planner.waitForEvent('download'), timeline.getByRole('button', { name: /CSV/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.zh\.csv$/);
});
