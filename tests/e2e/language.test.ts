import { expect, openPlanner, test, untilIdle, untilStudied, verdictOf } from './fixtures.ts';
import { readWords, strayHan, strayLatin } from './words.ts';

test('the language switch turns the whole page to English and is remembered', async ({ planner }) => {
  await planner.getByRole('button', { name: '切换到英文' }).click();
  await expect(planner.locator('html')).toHaveAttribute('lang', 'en');
  await expect(verdictOf(planner, 'en')).toContainText(/Sampling · everyone in 2 days/);
  await planner.reload();
  await expect(verdictOf(planner, 'en')).toContainText('%');
});

test('in Chinese no word of English strays in, the table of places included', async ({ planner }) => {
  await untilIdle(planner);
  expect(strayLatin(await readWords(planner))).toEqual([]);
  await planner.getByRole('region', { name: '地图与点位' }).getByText('表', { exact: true }).click();
  expect(strayLatin(await readWords(planner))).toEqual([]);
});

test('in English no Chinese character is left, the table of places included', async ({ page }) => {
  await openPlanner(page, 'en');
  await untilIdle(page);
  expect(strayHan(await readWords(page))).toEqual([]);
  await page.getByRole('region', { name: 'Map and sites' }).getByText('Table', { exact: true }).click();
  expect(strayHan(await readWords(page))).toEqual([]);
});

test('the web font supplies the Chinese glyphs, from the page itself', async ({ planner }) => {
  await untilStudied(planner);
  const loaded = await planner.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family);
  });
  expect(loaded.join()).toContain('Noto Sans SC');
});
