import { expect, fingerprintOf, openPlanner, test, untilIdle, untilStudied, verdictOf } from './fixtures.ts';

test('the page opens in Chinese with the verdict on both deadlines, each as a probability with what is missing', async ({ planner }) => {
  await expect(planner.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(planner).toHaveTitle(/平战/);
  await untilStudied(planner);
  const verdict = verdictOf(planner);
  await expect(verdict).toContainText(/采样 · 2 日内全员采完/);
  await expect(verdict).toContainText(/结果 · 2 日内全部出具/);
  await expect(verdict).toContainText('做不到');
  await expect(verdict).toContainText(/T\+48 h\s*时还差\s*[\d.]+\s*万/);
  await expect(planner.locator('.provenance')).toContainText(/种子 1.*20 次模拟.*[0-9a-f]{12}.*引擎 \d/s);
  await expect(planner.getByText('模拟结果，非实时信息').first()).toBeVisible();
});

test('the claim check answers both readings at both rates, and the bottlenecks and remedies follow', async ({ planner }) => {
  await untilIdle(planner);
  const cells = planner.locator('td button[aria-pressed]');
  await expect(cells).toHaveCount(4);
  for (const words of await cells.allInnerTexts()) expect(words).toMatch(/T\+\d+/);
  await expect(verdictOf(planner)).toContainText(/采样：采样人员/);
  await expect(verdictOf(planner)).toContainText(/结果：检测实验室/);
  await expect(
    verdictOf(planner)
      .getByRole('button', { name: /^采用补救办法/ })
      .first(),
  ).toBeVisible();
  // Two pairs miss by far; all 746 at a hundred an hour are done in time.
  expect(await cells.first().getAttribute('aria-pressed')).toBe('true');
  await expect(planner.getByRole('button', { name: /全部采样，每小时 100 人/ })).toContainText(/按时/);
});

test('choosing a cell of the claim check plans by that reading', async ({ planner }) => {
  await untilStudied(planner);
  const before = await fingerprintOf(planner);
  const cell = planner.getByRole('button', { name: /全部采样，每小时 100 人/ });
  await cell.click();
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await expect(planner.locator('.provenance-scenario')).not.toContainText(before);
  await untilStudied(planner);
  await expect(verdictOf(planner)).toContainText(/能做到|没有把握/);
});

test('with the network gone after loading, everything goes on', async ({ page, context }) => {
  await openPlanner(page);
  await untilStudied(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: /全部采样，每小时 60 人/ }).click();
  await untilStudied(page);
  await page.getByRole('button', { name: '切换到英文' }).click();
  await expect(verdictOf(page, 'en')).toContainText('%');
});
