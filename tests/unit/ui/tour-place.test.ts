import { afterEach, expect, test, vi } from 'vitest';
import { place } from '../../../src/ui/tour/place.ts';

const SCREEN = { innerWidth: 1440, innerHeight: 900 };
const [WIDTH, HEIGHT] = [350, 200];

/** Where a card of 350 × 200 is put beside a target on a screen of 1440 × 900. */
function placed(target: readonly [left: number, top: number, width: number, height: number] | null): [left: number, top: number] {
  vi.stubGlobal('window', SCREEN);
  const card = { offsetWidth: WIDTH, offsetHeight: HEIGHT, style: { left: '', top: '' } };
  const box = target && { left: target[0], top: target[1], right: target[0] + target[2], bottom: target[1] + target[3] };
  place(card as unknown as HTMLElement, box && ({ getBoundingClientRect: () => box } as unknown as Element));
  return [Number.parseFloat(card.style.left), Number.parseFloat(card.style.top)];
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['the verdict across the top', [0, 48, 1440, 150]],
  ['a panel on the left', [0, 350, 340, 510]],
  ['the map on the right', [344, 198, 1096, 380]],
  ['the timeline at the foot', [344, 580, 1096, 290]],
] as const)('the card beside %s covers none of it', (_name, [x, y, width, height]) => {
  const [left, top] = placed([x, y, width, height]);
  const apart = left >= x + width || left + WIDTH <= x || top >= y + height || top + HEIGHT <= y;
  expect(apart).toBe(true);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(left + WIDTH).toBeLessThanOrEqual(SCREEN.innerWidth);
  expect(top + HEIGHT).toBeLessThanOrEqual(SCREEN.innerHeight);
});

test('beside a target that fills the screen, or without one, the card is whole on the screen', () => {
  expect(placed([0, 0, 1440, 900])).toEqual([12, 12]);
  expect(placed(null)).toEqual([539, 344]);
});
