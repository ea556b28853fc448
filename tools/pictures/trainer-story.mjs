// A trainer's hour before a room: the first day is played, a lab fails at T+20 h, and what a borrowed lab changes.
import { rootPath } from '../paths.mjs';
import { LONGEST_ANSWER_MS, PROJECTOR, take, untilStudied } from './take.mjs';

/** The cursor goes to an hour after the order. */
async function goTo(page, hours) {
  await page.locator('body').press('Home');
  for (let hour = 0; hour < hours; hour++) await page.locator('body').press('Shift+ArrowRight');
}

export async function takeTrainerStory(browser, url, folder) {
  const context = await browser.newContext({ viewport: PROJECTOR });
  const page = await context.newPage();
  await page.goto(url);
  await untilStudied(page);
  await page.locator('input[type=file]').setInputFiles(rootPath('data', 'scenarios', 'lab-lost.json'));
  await page.locator('.bar-preset, [role=combobox]').first().waitFor();
  await page.waitForTimeout(1_000);
  await untilStudied(page);
  await page.getByRole('button', { name: /^钉住/ }).first().click();
  await goTo(page, 22);

  // The lab's own story says what would help; one press tries it.
  await page.getByText('表', { exact: true }).first().click();
  await page.locator('.kinds button').nth(1).click();
  await page.locator('.places-table tbody button').first().click();
  await page.getByText('图', { exact: true }).first().click();
  await take(page, 'trainer-lab-zh', folder);
  await page.locator('.place-story .help button').first().click();
  await page.waitForTimeout(1_000);
  await untilStudied(page);
  await page.locator('.job[data-status=idle]').waitFor({ state: 'attached', timeout: LONGEST_ANSWER_MS });
  await page.locator('body').press('Escape');

  await page.locator('body').press('f');
  await goTo(page, 21);
  await page.locator('body').press('2');
  await take(page, 'trainer-lost-zh', folder);
  await goTo(page, 44);
  await page.locator('body').press('1');
  await take(page, 'trainer-borrowed-zh', folder);
  await context.close();
}
