import { expect, openPlanner, test, untilStudied, verdictOf } from './fixtures.ts';

const SCREENS = [
  { name: 'a laptop', width: 1440, height: 900 },
  { name: 'a projector', width: 1920, height: 1080 },
  { name: 'a phone', width: 390, height: 844 },
];

for (const { name, ...viewport } of SCREENS) {
  test(`on ${name} (${viewport.width}×${viewport.height}) the verdict is in the first view and nothing scrolls sideways, in either language`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await openPlanner(page);
    await untilStudied(page);
    await expect(verdictOf(page)).toBeInViewport();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '切换到英文' }).click();
    await expect(verdictOf(page, 'en')).toBeInViewport();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}

test('on a phone the inputs are in a sheet that opens, changes the plan and closes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPlanner(page);
  await untilStudied(page);
  await page.getByRole('button', { name: '调整参数' }).click();
  await expect(page.getByRole('group', { name: '采样人员', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '关闭参数' }).click();
  await expect(page.getByRole('group', { name: '采样人员', exact: true })).toBeHidden();
});
