import { describe, expect, test } from 'vitest';
import { curveSheet } from '../../../src/report/index.ts';
import { ordinal } from '../../../src/report/coverage/words.ts';
import { createText } from '../../../src/text/index.ts';

describe('coverage in files', () => {
  test('curves as a table: a row a minute, columns of before only where something has changed', () => {
    const one = (now: number[], before: number[] | null) => ({ now, before });
    const text = createText('en');
    const same = curveSheet(text, { urban: one([0, 0.5], null), rural: one([0.1, 0.2], null) });
    expect([same.columns.length, same.rows]).toEqual([
      3,
      [
        [0, 0, 0.1],
        [1, 0.5, 0.2],
      ],
    ]);
    const changed = curveSheet(text, { urban: one([0, 0.5], [0, 0.4]), rural: one([0.1, 0.2], [0, 0.1]) });
    expect(changed.columns.slice(3)).toEqual([
      'urban core, stations as they are (share of residents)',
      'country, stations as they are (share of residents)',
    ]);
    expect(changed.rows[1]).toEqual([1, 0.5, 0.2, 0.4, 0.1]);
  });

  test('ordinals of stations read as English has them', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 101, 111].map(ordinal)).toEqual(
      '1st 2nd 3rd 4th 11th 12th 13th 14th 21st 22nd 101st 111th'.split(' '),
    );
  });
});
