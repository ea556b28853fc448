import { expect, fingerprintOf, test, untilStudied, verdictOf } from './fixtures.ts';

test('changing an input simulates anew, says that it was edited, and reset leads back to the same fingerprint', async ({ planner }) => {
  await untilStudied(planner);
  const before = await fingerprintOf(planner);
  const words = await verdictOf(planner).innerText();
  const row = planner.getByRole('group', { name: '采样人员', exact: true });
  await row.getByRole('textbox').fill('140');
  await row.getByRole('textbox').press('Enter');
  await expect(planner.locator('.provenance-scenario')).not.toContainText(before);
  await untilStudied(planner);
  expect(await verdictOf(planner).innerText()).not.toBe(words);
  await expect(row).toContainText('自定');
  await row.getByRole('button', { name: '还原：采样人员' }).click();
  await expect(planner.locator('.provenance-scenario')).toContainText(before);
  await expect(row).not.toContainText('自定');
});

test('a slider is moved by the keyboard and the figures follow', async ({ planner }) => {
  await untilStudied(planner);
  const before = await fingerprintOf(planner);
  await planner.getByRole('slider', { name: /采样人员/ }).press('ArrowRight');
  await expect(planner.locator('.provenance-scenario')).not.toContainText(before);
});

test('a value out of range is refused in words, with its range, and nothing changes', async ({ planner }) => {
  await untilStudied(planner);
  const before = await fingerprintOf(planner);
  const row = planner.getByRole('group', { name: '采样人员', exact: true });
  await row.getByRole('textbox').fill('999999999');
  await row.getByRole('textbox').press('Enter');
  await expect(row.getByRole('alert')).toContainText(/不可用.*范围/);
  expect(await fingerprintOf(planner)).toBe(before);
});

test('a running simulation is cancelled at once and can be run again', async ({ planner }) => {
  await planner.getByRole('group', { name: '采样人员', exact: true }).getByRole('textbox').fill('80');
  await planner.keyboard.press('Enter');
  const cancel = planner.getByRole('button', { name: '取消', exact: true });
  await cancel.click();
  const job = planner.locator('.job');
  await expect(job).toHaveAttribute('data-status', 'cancelled', { timeout: 1_000 });
  await expect(job).toContainText('已取消');
  await planner.getByRole('button', { name: '重新计算' }).click();
  await untilStudied(planner);
});
