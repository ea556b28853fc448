import type { Page } from '@playwright/test';
import { expect, fingerprintOf, test, untilStudied } from './fixtures.ts';

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

test('a township tells its own story, leads to its sites, and Escape closes it', async ({ planner }) => {
  await untilStudied(planner);
  await planner.getByRole('button', { name: '乡镇进度' }).click();
  const places = planner.getByRole('listbox', { name: '采样点与检测实验室' });
  await places.press('ArrowRight');
  await places.press('Enter');
  const story = planner.getByRole('article');
  await expect(story).toContainText('乡镇街道');
  await story.getByRole('navigation', { name: '相关' }).getByRole('button').first().click();
  await expect(story).toContainText('采样点 ·');
  await story.getByRole('button', { name: /全部采完/ }).click();
  await expect(story.locator('.now')).toContainText('已采完');
  await press(planner, 'Escape');
  await expect(story).toHaveCount(0);
});

test('the last 1 % are listed with their causes, each a way to its site and back', async ({ planner }) => {
  await untilStudied(planner);
  await planner.getByText('最后 1%', { exact: true }).click();
  const list = planner.getByRole('article', { name: '最后 1%' });
  const first = list.locator('.late-sites button').first();
  const name = await first.locator('b').innerText();
  await first.click();
  await expect(planner.getByRole('article', { name })).toBeVisible();
  await planner.getByRole('button', { name: '‹ 最后 1%' }).click();
  await expect(list).toBeVisible();
});

test('couriers and flows have switches and a key, and the choice is remembered', async ({ planner }) => {
  await untilStudied(planner);
  const key = planner.locator('.map-overlay-key');
  await expect(key).toContainText('载样前行');
  await planner.getByRole('button', { name: '样本流向' }).click();
  await expect(key).toContainText('途中管数');
  await planner.getByRole('group', { name: '叠加显示' }).getByRole('button', { name: '转运员' }).click();
  await planner.reload();
  await untilStudied(planner);
  await expect(key).toContainText('途中管数');
  await expect(key).not.toContainText('载样前行');
});

const PROJECTORS = [
  [1920, 1080],
  [1440, 900],
  [1280, 720],
] as const;

const LAB_LOST = {
  schema: 'pingzhan.scenario/1',
  name: '停摆',
  city: 'ezhou',
  inputs: {},
  changes: [{ kind: 'labCapacity', at: 5, lab: 'lab-1', factor: 0 }],
};

test('a presentation is played by keys: it stops where a lab fails, sets the plan against a pinned run, and Escape leaves', async ({
  planner,
}) => {
  await untilStudied(planner);
  await planner.getByRole('button', { name: /^钉住/ }).click();
  await expect(planner.getByRole('button', { name: '对比方案（已钉住 1 个）' })).toBeVisible();
  const before = await fingerprintOf(planner);
  const file = { name: 'lost.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(LAB_LOST)) };
  await planner.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => fingerprintOf(planner)).not.toBe(before);
  await untilStudied(planner);
  await press(planner, 'f');
  const stage = planner.getByRole('region', { name: '演示' });
  await press(planner, 'Home');
  await press(planner, ']');
  await press(planner, ' ');
  await expect(stage.getByRole('status')).toContainText('实验室停摆', { timeout: 8_000 });
  await expect(clock(planner)).toHaveText('第1天 13:00');
  await expect(stage).toContainText('相比');
  await press(planner, '2');
  await expect(stage.getByRole('status')).not.toContainText('实验室停摆');
  for (const [width, height] of PROJECTORS) {
    await planner.setViewportSize({ width, height });
    const cut = () => stage.evaluate((element) => element.scrollHeight - element.clientHeight);
    await expect.poll(cut, `cut off at ${width}×${height}`).toBeLessThanOrEqual(0);
  }
  await press(planner, 'Escape');
  await expect(stage).toHaveCount(0);
});
