import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COVERAGE_MEASURES, PACES, readPublished, roundDays } from '../../../src/published/index.ts';
import { ASKED, readAsked, VIEWS, writeAsked, type Asked } from '../../../src/ui/residents/asked.ts';
import { rootPath } from '../../../tools/paths.mjs';

const published = readPublished(readFileSync(rootPath('public', 'published.json'), 'utf8'));

describe('a link to a choice', () => {
  it('asks again exactly what it was made from', () => {
    const asked: fc.Arbitrary<Asked> = fc.record({
      view: fc.constantFrom(...VIEWS),
      village: fc.integer({ min: -1, max: published.villages.length - 1 }),
      pace: fc.constantFrom(...PACES.map(({ id }) => id)),
      day: fc.integer({ min: 0, max: roundDays(published) }),
      fromHour: fc.integer({ min: 0, max: 23 }),
      measure: fc.constantFrom(...COVERAGE_MEASURES),
      site: fc.integer({ min: 0, max: published.sites.length - 1 }),
    });
    fc.assert(
      fc.property(asked, (one) => {
        expect(readAsked(writeAsked(one, published), published)).toEqual(one);
      }),
    );
  });

  it('names a village by its id, not by its row', () => {
    expect(writeAsked({ ...ASKED, village: 5 }, published)).toBe(`#place=${published.villages[5].id}`);
  });

  it('that says nonsense asks nothing', () => {
    const hostile = [
      '#place=__proto__&pace=constructor&day=-1&from=99&view=toString&measure=%00&site=1e9',
      '#%E0%A4%A',
      '#day=2.5&from=1e1',
      '',
    ];
    for (const fragment of hostile) expect(readAsked(fragment, published)).toEqual(ASKED);
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(VIEWS).toContain(readAsked(words, published).view);
      }),
    );
  });
});
