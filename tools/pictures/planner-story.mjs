// A planner's hour: the plan misses; why; two changes; three remedies side by side; the difference on the map; kept and shared.
import { DESKTOP, LONGEST_ANSWER_MS, take, untilIdle, untilStudied } from './take.mjs';

const press = (page, name) => page.getByRole('button', { name }).first().click({ timeout: LONGEST_ANSWER_MS });

/** Adds a change by its button and sets its fields. */
async function addChange(page, kind, fields) {
  await press(page, /^加一项变化/);
  await page.getByRole('menuitem', { name: kind }).click();
  const form = page.getByRole('dialog', { name: '带时间的变化' });
  for (const [name, value] of fields) {
    await form.getByRole('textbox', { name, exact: true }).fill(value);
    await form.getByRole('textbox', { name, exact: true }).press('Tab');
  }
  return form;
}

export async function takePlannerStory(browser, url, folder) {
  const context = await browser.newContext({ viewport: DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(url);
  await untilIdle(page);

  await page.getByText('最后 1%', { exact: true }).click();
  await take(page, 'story-last-zh', folder);
  await page.getByText('图', { exact: true }).first().click();
  // Teams at T+6 h, and a lab that is ordered at T+2 h.
  const teams = await addChange(page, /^支援队到达/, [
    ['开始', 'T+6'],
    ['采样队', '300'],
  ]);
  await teams.getByRole('button', { name: '完成' }).click();
  await teams.waitFor({ state: 'hidden' });
  const lab = await addChange(page, /^借实验室/, [
    ['下令', 'T+2'],
    ['备注', '省里调剂'],
  ]);
  await take(page, 'story-changes-zh', folder);
  await lab.getByRole('button', { name: '完成' }).click();
  await untilStudied(page);
  await press(page, /^钉住/);
  await page.getByRole('button', { name: /^全部还原/ }).click();
  await untilIdle(page);

  // The plan as it was and the two remedies that were found stand beside it.
  await press(page, /^并排对比/);
  await page.getByRole('table').filter({ hasText: '最好' }).waitFor({ timeout: LONGEST_ANSWER_MS });
  await take(page, 'story-plans-zh', folder);
  await page.getByText('两两对比', { exact: true }).click();
  await page.waitForTimeout(15_000);
  await take(page, 'story-difference-zh', folder);
  await page.getByText('并排播放', { exact: true }).click();
  await take(page, 'story-two-maps-zh', folder);
  await page.keyboard.press('Escape');

  await press(page, /^方案库/);
  await page.getByRole('menuitem', { name: '另存为…' }).click();
  await page.getByRole('textbox', { name: '另存为的名称' }).fill('支援加借实验室');
  await page.getByRole('textbox', { name: '另存为的名称' }).press('Enter');
  await take(page, 'story-library-zh', folder);
  await page.keyboard.press('Escape');
  await page.reload();
  await untilStudied(page);
  await press(page, /^方案库/);
  await page.getByRole('menuitem', { name: '复制分享链接' }).click();
  await page.waitForTimeout(500);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await context.close();

  const fresh = await browser.newContext({ viewport: DESKTOP });
  const other = await fresh.newPage();
  await other.goto(link);
  await other.getByRole('dialog', { name: '链接里的方案' }).waitFor();
  await take(other, 'story-link-zh', folder);
  await fresh.close();
}
