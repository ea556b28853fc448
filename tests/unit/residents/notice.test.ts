import { describe, expect, it } from 'vitest';
import { isWebAddress } from '../../../src/ui/residents/notice/address.ts';
import { qrCode } from '../../../src/ui/residents/notice/code.ts';

/** Dark modules of a code as "column row". */
const darkOf = (d: string): Set<string> =>
  new Set(Array.from(d.matchAll(/M(\d+) (\d+)h1v1h-1z/g), ([, column, row]) => `${column} ${row}`));

describe('the code on a street notice', () => {
  const { size, d } = qrCode('https://example.org/residents.html#place=420704001002');
  const dark = darkOf(d);

  it('is square, of a size that QR codes have, with its three finders and none in the fourth corner', () => {
    expect((size - 17) % 4).toBe(0);
    const finder = (left: number, top: number): boolean =>
      Array.from({ length: 49 }, (_, i) => [i % 7, Math.floor(i / 7)]).every(([x, y]) => {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        return dark.has(`${left + x} ${top + y}`) === (ring !== 2);
      });
    expect([finder(0, 0), finder(size - 7, 0), finder(0, size - 7), finder(size - 7, size - 7)]).toEqual([true, true, true, false]);
  });

  it('has the timing lines that a camera counts modules by', () => {
    for (let i = 8; i < size - 8; i++) {
      expect(dark.has(`${i} 6`)).toBe(i % 2 === 0);
      expect(dark.has(`6 ${i}`)).toBe(i % 2 === 0);
    }
  });

  it('differs for another address, and grows with a longer one', () => {
    expect(qrCode('https://example.org/residents.html#place=420704001003').d).not.toBe(d);
    expect(qrCode(`https://example.org/${'a'.repeat(280)}`).size).toBeGreaterThan(size);
  });
});

describe('the address on a street notice', () => {
  it('is one that a camera can open', () => {
    expect(['https://example.org/residents.html', 'http://10.0.0.5:4173/residents.html'].every(isWebAddress)).toBe(true);
    const refused = [
      '',
      'example.org',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://example.org/#x',
      'https://a b.org',
      `https://a.org/${'x'.repeat(300)}`,
    ];
    expect(refused.filter(isWebAddress)).toEqual([]);
  });
});
