import type { Locator, Page } from '@playwright/test';
import { expect, test, untilIdle, untilStudied } from './fixtures.ts';

const places = (page: Page): Locator => page.getByRole('listbox', { name: '采样点与检测实验室' });
const cursor = (page: Page): Locator => page.getByRole('slider', { name: '时间轴' });
const story = (page: Page): Locator => page.getByRole('article');
const showTable = (page: Page) => page.getByRole('region', { name: '地图与点位' }).getByText('表', { exact: true }).click();
const selectedRow = (page: Page): Locator => page.locator('.places-table tbody button[aria-pressed=true]');

test('map and table share one selection, and the story follows it', async ({ planner }) => {
  await untilStudied(planner);
  await places(planner).press('ArrowRight');
  await places(planner).press('Enter');
  const name = await story(planner).getByRole('heading', { level: 2 }).innerText();
  await showTable(planner);
  await expect(selectedRow(planner)).toHaveText(name);
  await selectedRow(planner).press('ArrowDown');
  await planner.locator(':focus').press('Enter');
  await expect(story(planner).getByRole('heading', { level: 2 })).not.toHaveText(name);
  await expect(story(planner).getByRole('heading', { level: 2 })).toHaveText(await selectedRow(planner).innerText());
});

test('the table finds a place by name and sorts by what it says', async ({ planner }) => {
  await untilStudied(planner);
  await showTable(planner);
  const count = planner.locator('.places-table').getByRole('status');
  const all = await count.innerText();
  const township = await planner.locator('.places-table tbody td').first().innerText();
  await planner.getByRole('searchbox').fill(township);
  await expect(count).not.toHaveText(all);
  const people = planner.getByRole('columnheader', { name: /服务人口/ });
  await people.getByRole('button').click();
  await expect(people).toHaveAttribute('aria-sort', 'descending');
  const column = (await planner.locator('.places-table tbody tr td:nth-child(3)').allInnerTexts()).map((words) =>
    Number(words.replaceAll(',', '')),
  );
  expect(column.length).toBeGreaterThan(0);
  expect(column).toEqual([...column].sort((a, b) => b - a));
});

test('moving the time cursor moves the map: its legend, its places and the story say the new hour', async ({ planner }) => {
  await untilStudied(planner);
  await places(planner).press('ArrowRight');
  await places(planner).press('Enter');
  const first = await story(planner).locator('.now').innerText();
  await cursor(planner).press('End');
  await expect(story(planner).locator('.now')).toContainText('已采完');
  expect(await story(planner).locator('.now').innerText()).not.toBe(first);
  await cursor(planner).press('Home');
  await expect(story(planner).locator('.now')).toContainText('第1天 08:00');
  await expect(planner.getByText('采样点 · 第1天 08:00')).toBeVisible();
});

test('dragging in the chart moves the cursor, plus and minus zoom around it', async ({ planner }) => {
  await untilStudied(planner);
  const box = (await cursor(planner).boundingBox())!;
  await planner.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await planner.mouse.down();
  await planner.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 });
  await planner.mouse.up();
  const hours = Number(await cursor(planner).getAttribute('aria-valuenow'));
  expect(hours).toBeGreaterThan(48);
  await cursor(planner).press('+');
  await expect(planner.getByRole('slider', { name: '显示起点' })).not.toHaveAttribute('aria-valuenow', '0');
  expect(Number(await cursor(planner).getAttribute('aria-valuenow'))).toBe(hours);
  await planner.getByRole('button', { name: '看全程', exact: true }).click();
  await expect(planner.getByRole('slider', { name: '显示起点' })).toHaveAttribute('aria-valuenow', '0');
});

test('the city is painted inside its picture at first sight and after the window has changed', async ({ planner }) => {
  await untilIdle(planner);
  const painted = () =>
    planner.locator('canvas.map-canvas.places').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      let count = 0;
      let edge = 0;
      for (let pixel = 0; pixel < width * height; pixel++) {
        if (data[4 * pixel + 3] === 0) continue;
        count++;
        const [x, y] = [pixel % width, Math.floor(pixel / width)];
        if (x < 2 || y < 2 || x > width - 3 || y > height - 3) edge++;
      }
      return { share: count / (width * height), edge };
    });
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1100, height: 760 },
  ]) {
    await planner.setViewportSize(size);
    await expect.poll(async () => (await painted()).share).toBeGreaterThan(0.002);
    expect((await painted()).edge).toBe(0);
  }
});
