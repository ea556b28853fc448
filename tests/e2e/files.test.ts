import { readFileSync } from 'node:fs';
import { expect, fingerprintOf, test, untilStudied, verdictOf } from './fixtures.ts';

test('a scenario saved to a file and opened again is the same scenario', async ({ planner }) => {
  const row = planner.getByRole('group', { name: '采样人员', exact: true });
  await row.getByRole('textbox').fill('90');
  await row.getByRole('textbox').press('Enter');
  await untilStudied(planner);
  const before = await fingerprintOf(planner);
  await planner.getByRole('button', { name: '方案库', exact: true }).click();
  const [download] = await Promise.all([planner.waitForEvent('download'), planner.getByRole('menuitem', { name: '保存方案文件' }).click()]);
  const path = await download.path();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ schema: 'pingzhan.scenario/1', inputs: { 'staff.total': 90 } });
  await planner.reload();
  await planner.getByRole('button', { name: '重新开始' }).click();
  await untilStudied(planner);
  expect(await fingerprintOf(planner)).not.toBe(before);
  await planner.locator('input[type=file]').setInputFiles({ name: 'back.json', mimeType: 'application/json', buffer: readFileSync(path) });
  await untilStudied(planner);
  expect(await fingerprintOf(planner)).toBe(before);
});

const HOSTILE: [string, Buffer][] = [
  ['not JSON', Buffer.from('<img src=x onerror=alert(1)>')],
  ['a prototype', Buffer.from('{"schema":"pingzhan.scenario/1","name":"x","city":"ezhou","inputs":{"__proto__":{"a":1}},"changes":[]}')],
  [
    'an unknown path with markup in it',
    Buffer.from('{"schema":"pingzhan.scenario/1","name":"x","city":"ezhou","inputs":{"<img src=x onerror=alert(1)>":1},"changes":[]}'),
  ],
  ['a newer version', Buffer.from('{"schema":"pingzhan.scenario/99","name":"x","city":"ezhou","inputs":{},"changes":[]}')],
  ['100,000 levels', Buffer.from('['.repeat(100_000))],
];

test('hostile files are refused in words and change nothing', async ({ planner }) => {
  await untilStudied(planner);
  const before = await fingerprintOf(planner);
  for (const [name, buffer] of HOSTILE) {
    await planner.locator('input[type=file]').setInputFiles({ name: `${name}.json`, mimeType: 'application/json', buffer });
    await expect(planner.getByText(/方案文件未打开/), name).toBeVisible({ timeout: 1_000 });
    await expect(planner.getByText('当前方案没有改变').first()).toBeVisible();
    await planner.getByRole('button', { name: '关闭提示' }).click();
    await expect(planner.getByText(/方案文件未打开/)).toBeHidden();
  }
  expect(await fingerprintOf(planner)).toBe(before);
  expect(await planner.locator('img[onerror]').count()).toBe(0);
});

test('a scenario whose name is markup shows it as text', async ({ planner }) => {
  await untilStudied(planner);
  const name = '<img src=x onerror=alert(1)>';
  const buffer = Buffer.from(
    JSON.stringify({ schema: 'pingzhan.scenario/1', name, city: 'ezhou', inputs: { 'experiment.replications': 2 }, changes: [] }),
  );
  await planner.locator('input[type=file]').setInputFiles({ name: 'markup.json', mimeType: 'application/json', buffer });
  await untilStudied(planner);
  await expect(verdictOf(planner)).toContainText('%');
  await expect(planner.getByRole('combobox', { name: '预案' })).toHaveValue(new RegExp(name.replaceAll(/[()]/g, String.raw`\$&`)));
  expect(await planner.locator('img[onerror]').count()).toBe(0);
});
