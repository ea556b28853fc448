import { describe, expect, test } from 'vitest';
import { frameAt } from '../../../src/charts/index.ts';
import { createText } from '../../../src/text/index.ts';
import { arrangedRows, nextSorting, type Column } from '../../../src/ui/kit/table/arrange.ts';
import { labColumns, siteColumns, type TableInputs } from '../../../src/ui/map/tableColumns.ts';
import { studyFixture } from '../../builders/study.ts';

const fixture = studyFixture({ siteCount: 60 });
const inputs = (language: 'zh' | 'en', hours = 30): TableInputs => ({
  ...fixture,
  labs: fixture.city.labs,
  frame: frameAt(fixture.typical, fixture.city, fixture.sites, hours),
  clock: '08:00',
  text: createText(language),
});
const column = (columns: readonly Column[], key: string) => columns.find((entry) => entry.key === key)!;

describe('the table of places', () => {
  test.each(['zh', 'en'] as const)('says every fact of the map about every place, without holes (%s)', (language) => {
    const data = inputs(language);
    const all = [
      { columns: siteColumns(data), count: fixture.sites.length },
      { columns: labColumns(data), count: fixture.city.labs.length },
    ];
    for (const { columns, count } of all)
      for (let row = 0; row < count; row++) for (const entry of columns) expect(entry.words(row)).not.toMatch(/undefined|NaN|\{\{|^$/);
    expect(all[0].columns.map((entry) => entry.key)).toEqual([
      'name',
      'township',
      'residents',
      'desks',
      'device',
      'state',
      'queue',
      'wait',
      'crowding',
      'share',
      'utilisation',
      'finish',
      'waitMean',
      'waitP90',
      'onTime',
      'unsampled',
    ]);
  });

  test('shows the same numbers as the map’s frame at the same hour', () => {
    const columns = siteColumns(inputs('zh', 20));
    const frame = frameAt(fixture.typical, fixture.city, fixture.sites, 20);
    for (const site of [0, 17, 59]) {
      expect(column(columns, 'queue').value(site)).toBe(frame.queue(site));
      expect(column(columns, 'wait').value(site)).toBe(frame.waitMinutes(site));
    }
  });

  test('sorts by value, not by words, and leaves the unknown last both ways', () => {
    const values = [3, null, 20, 100, 3];
    const made: Column[] = [
      { key: 'n', label: 'map:column.queue', numeric: true, value: (row) => values[row], words: (row) => String(values[row]) },
    ];
    expect(arrangedRows(made, 5, '', { key: 'n', descending: false }, 'zh')).toEqual([0, 4, 2, 3, 1]);
    expect(arrangedRows(made, 5, '', { key: 'n', descending: true }, 'zh')).toEqual([3, 2, 0, 4, 1]);
    expect(arrangedRows(made, 5, '', null, 'zh')).toEqual([0, 1, 2, 3, 4]);
  });

  test('filters by what people read: name, township, state', () => {
    const data = inputs('zh');
    const columns = siteColumns(data);
    const township = column(columns, 'township').words(0);
    const found = arrangedRows(columns, fixture.sites.length, township, null, 'zh');
    expect(found).toContain(0);
    expect(found.every((row) => columns.some((entry) => !entry.numeric && entry.words(row).includes(township)))).toBe(true);
    expect(arrangedRows(columns, fixture.sites.length, '不存在的地方', null, 'zh')).toEqual([]);
  });

  test('a heading sorts largest first, then smallest, then back to the plan’s order', () => {
    const [name, numeric] = [siteColumns(inputs('zh'))[0], siteColumns(inputs('zh'))[2]];
    const first = nextSorting(null, numeric);
    expect(first).toEqual({ key: 'residents', descending: true });
    expect(nextSorting(first, numeric)).toEqual({ key: 'residents', descending: false });
    expect(nextSorting({ key: 'residents', descending: false }, numeric)).toBeNull();
    expect(nextSorting(null, name)).toEqual({ key: 'name', descending: false });
  });

  test('before a typical run is there, the study’s figures stand and the rest is a dash', () => {
    const columns = siteColumns({ ...inputs('en'), typical: null, frame: null, facts: null });
    expect(column(columns, 'queue').words(0)).toBe('–');
    expect(column(columns, 'desks').words(0)).toBe('–');
    expect(column(columns, 'onTime').words(0)).toMatch(/%$/);
  });
});
