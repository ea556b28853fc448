import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { rootPath } from '../../tools/paths.mjs';
import { A_TENTH, expect, test } from './fixtures.ts';

test.use({ city: 'whole' });

test('the result that the page hands out is the one that the command line prints, byte for byte', async ({ planner }, testInfo) => {
  const scenario = {
    schema: 'pingzhan.scenario/1',
    name: 'a tenth, with a loss',
    city: 'ezhou',
    inputs: { ...A_TENTH, 'experiment.seed': 7, 'experiment.replications': 3 },
    changes: [{ kind: 'labCapacity', at: 20, until: 30, lab: 'all', factor: 0.5 }],
  };
  const file = testInfo.outputPath('tenth.json');
  writeFileSync(file, JSON.stringify(scenario));
  const printed = execFileSync(process.execPath, [rootPath('tools', 'pingzhan.mjs'), 'run', file, '--json'], { encoding: 'utf8' });

  await planner.locator('input[type=file]').setInputFiles(file);
  await expect(planner.locator('.provenance')).toContainText('种子 7');
  await planner.getByRole('button', { name: '导出', exact: true }).click();
  const item = planner.getByRole('menuitem', { name: '下载结果（JSON）' });
  await expect(item).toBeEnabled({ timeout: 120_000 });
  const [download] = await Promise.all([planner.waitForEvent('download'), item.click()]);
  const handedOut = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(handedOut)).toMatchObject({ schema: 'pingzhan.run/1', seed: 7, replications: 3 });
  expect(handedOut).toBe(printed);
});
