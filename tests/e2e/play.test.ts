import type { Page } from '@playwright/test';
import { expect, test, untilStudied } from './fixtures.ts';

const clock = (page: Page) => page.locator('.playback-clock');
const offset = async (page: Page): Promise<number> => Number(/[\d.]+/.exec(await page.locator('.playback-offset').innerText())![0]);
const press = (page: Page, key: string) => page.locator('body').press(key);

test('the playback plays, pauses, steps and jumps by keys alone', async ({ planner }) => {
  await untilStudied(planner);
  await press(planner, 'Home');
  await expect(clock(planner)).toHaveText('第1天 08:00');
  await press(planner, 'ArrowRight');
  await expect(clock(planner)).toHaveText('第1天 08:15');
  await press(planner, 'Shift+ArrowRight');
  await expect(clock(planner)).toHaveText('第1天 09:15');
  await press(planner, ' ');
  await expect.poll(() => offset(planner)).toBeGreaterThan(2);
  await press(planner, ' ');
  const stood = await offset(planner);
  await planner.waitForTimeout(250);
  expect(await offset(planner)).toBe(stood);
  await press(planner, ']');
  await expect(planner.getByRole('combobox', { name: '播放速度' })).toHaveValue('每秒 120 分钟');
  await press(planner, 'End');
  const end = await offset(planner);
  await press(planner, 'j');
  expect(await offset(planner)).toBeLessThan(end);
});

test('the list of events jumps to each of them', async ({ planner }) => {
  await untilStudied(planner);
  await planner.getByRole('button', { name: '事件', exact: true }).click();
  await planner.getByRole('menuitem', { name: /^期限/ }).click();
  await expect(clock(planner)).toHaveText('第3天 08:00');
  await planner.getByRole('button', { name: '上一个事件' }).click();
  expect(await offset(planner)).toBeLessThan(48);
});

test('every layer has a legend of its own, the ground is filled by township, and the choice is remembered', async ({ planner }) => {
  await untilStudied(planner);
  const layers = planner.getByRole('region', { name: '地图与点位' }).getByRole('group', { name: '颜色表示' });
  const filled = () =>
    planner.locator('canvas.map-canvas.ground').evaluateAll((canvases: HTMLCanvasElement[]) =>
      canvases.some((canvas) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value, at) => at % 4 === 3 && value > 0);
      }),
    );
  const keys = new Set<string>();
  for (const button of await layers.getByRole('button').all()) {
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    keys.add(await planner.locator('.map-key').innerText());
    await expect.poll(filled).toBe(/乡镇进度|人口/.test(await button.innerText()));
  }
  expect(keys.size).toBe(9);
  await layers.getByRole('button', { name: '采完时刻' }).click();
  await planner.reload();
  await untilStudied(planner);
  await expect(layers.getByRole('button', { name: '采完时刻' })).toHaveAttribute('aria-pressed', 'true');
});
