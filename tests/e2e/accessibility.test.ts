import { expect, openPlanner, test, untilIdle, untilStudied } from './fixtures.ts';
import { gravest } from './gravest.ts';

test('nothing serious stands in the way of a screen reader, light and dark, map and table, in Chinese', async ({ planner }) => {
  await untilIdle(planner);
  expect(await gravest(planner)).toEqual([]);
  await planner.getByRole('button', { name: '改用深色' }).click();
  await planner.getByRole('region', { name: '地图与点位' }).getByText('表', { exact: true }).click();
  expect(await gravest(planner)).toEqual([]);
});

test('nothing serious stands in the way of a screen reader in English', async ({ page }) => {
  await openPlanner(page, 'en');
  await untilIdle(page);
  expect(await gravest(page)).toEqual([]);
});

test('nothing serious stands in the way in stories, the list of the last 1 % and a presentation', async ({ planner }) => {
  await untilStudied(planner);
  await planner.getByText('最后 1%', { exact: true }).click();
  expect(await gravest(planner)).toEqual([]);
  await planner.locator('.late-sites button').first().click();
  expect(await gravest(planner)).toEqual([]);
  await planner.locator('body').press('f');
  await expect(planner.getByRole('region', { name: '演示' })).toBeVisible();
  expect(await gravest(planner)).toEqual([]);
});

test('the keyboard alone reaches verdict, claim check, every input, map and timeline, and never gets stuck', async ({ planner }) => {
  await untilStudied(planner);
  const reached = new Set<string>();
  await planner.locator('body').press('Tab');
  for (let step = 0; step < 120; step++) {
    const stop = await planner.evaluate(() => {
      const element = document.activeElement;
      const region = element?.closest('section[aria-label], section[aria-labelledby], header[aria-label]');
      const label =
        region?.getAttribute('aria-label') ?? document.getElementById(region?.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
      return element === document.body || !element ? null : `${label.trim()}`;
    });
    if (stop === null) break;
    reached.add(stop);
    await planner.keyboard.press('Tab');
  }
  const regions = [...reached].join('\n');
  for (const name of ['产品与方案', '通报核对', '参数', '地图与点位', '时间线']) expect(regions).toContain(name);
});

test('the timeline and the map are worked by arrow keys', async ({ planner }) => {
  await untilStudied(planner);
  const cursor = planner.getByRole('slider', { name: '时间轴' });
  const before = await cursor.getAttribute('aria-valuetext');
  await cursor.press('ArrowRight');
  expect(await cursor.getAttribute('aria-valuetext')).not.toBe(before);
  const places = planner.getByRole('listbox', { name: '采样点与检测实验室' });
  await places.press('ArrowDown');
  await places.press('Enter');
  await expect(planner.getByRole('article', { name: /采样点/ })).toBeVisible();
});
