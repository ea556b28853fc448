import { expect, openPlanner, test } from './fixtures.ts';
import { gravest } from './gravest.ts';
import { readWords, strayHan, strayLatin } from './words.ts';

const WORDS = {
  zh: {
    offer: '第一次来？五步导览',
    step: /第 3 步，共 5 步/,
    help: '帮助与快捷键',
    library: '方案库',
    open: '打开方案库',
    stray: strayLatin,
  },
  en: {
    offer: 'New here? Take the tour',
    step: /Step 3 of 5/,
    help: 'Help and keys',
    library: 'Library',
    open: 'Open the library',
    stray: strayHan,
  },
} as const;

for (const language of ['zh', 'en'] as const) {
  test(`the tour is offered once and taken by keys; help and library are found and read by all, in ${language}`, async ({ page }) => {
    const { offer, step, help, library, open, stray } = WORDS[language];
    await openPlanner(page, language);
    const offered = page.getByRole('button', { name: offer });
    await offered.focus();
    await page.keyboard.press('Enter');
    const tour = page.locator('.tour');
    await expect(tour.getByRole('heading')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(tour).toContainText(step);
    expect(language === 'zh' ? await gravest(page) : []).toEqual([]);
    expect(stray(await readWords(page))).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(tour).toBeHidden();
    await expect(offered).toBeHidden();

    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: help })).toBeVisible();
    expect(await gravest(page)).toEqual([]);
    expect(stray(await readWords(page))).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: library, exact: true }).click();
    await page.getByRole('menuitem', { name: open }).click();
    await expect(page.getByRole('dialog', { name: library })).toBeVisible();
    expect(await gravest(page)).toEqual([]);
    expect(stray(await readWords(page))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.reload();
    await expect(page.getByRole('button', { name: help })).toBeVisible();
  });
}
