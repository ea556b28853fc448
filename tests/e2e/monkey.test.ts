import type { Page } from '@playwright/test';
import { expect, test, untilStudied, verdictOf } from './fixtures.ts';

const SEED = 20_210_729;
const STEPS = 80;
const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Enter', 'Escape', 'Home', 'End', 'PageDown', '+', '0', 'Tab'];

/** A small generator of our own, so that a failing walk can be walked again. */
function createDice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * sides);
  };
}

/** Where something to press lies on the screen now; file choosers and downloads left out. */
function pressables(page: Page): Promise<{ x: number; y: number; words: string }[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'button, a[href^="#"], [role=slider], [role=listbox], [role=option], [role=menuitem], label, input:not([type=file]), th, td',
    );
    return [...all].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const onScreen = box.width > 2 && x > 0 && y > 0 && x < innerWidth && y < innerHeight;
      const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
      return onScreen && !/文件|file|JSON|原文|raw text/.test(words) ? [{ x, y, words: `${element.tagName} ${words}` }] : [];
    });
  });
}

test(`a monkey with seed ${SEED} breaks nothing in ${STEPS} steps`, async ({ planner, faults }) => {
  const roll = createDice(SEED);
  const walk: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    const key = KEYS[roll(KEYS.length)];
    if (roll(3) === 0) {
      walk.push(key);
      await planner.keyboard.press(key);
    } else {
      const targets = await pressables(planner);
      const target = targets[roll(targets.length)];
      walk.push(target.words);
      await planner.mouse.click(target.x, target.y);
    }
    expect(faults, walk.join(' → ')).toEqual([]);
  }
  await planner.keyboard.press('Escape');
  await planner.reload();
  await untilStudied(planner);
  await expect(verdictOf(planner, (await planner.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'zh')).toContainText('%');
});
