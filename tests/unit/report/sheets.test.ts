import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { sheetCsv, sheetsXlsx, type Sheet } from '../../../src/report/index.ts';
import { columnName, tabNames } from '../../../src/report/xlsx.ts';

const FACTS = [
  ['种子', 1],
  ['方案', '7f3a91b204c2'],
  ['说明', '模拟结果，非实时信息'],
] as const;

const sheet: Sheet = {
  name: '采样点',
  columns: ['名称', '人数', '等待（分钟）'],
  rows: [
    ['古楼街道', 4112, 230.25],
    ['  =HYPERLINK("http://x")', 0, null],
    ['<img onerror=alert(1)> & "q"', -3, Number.NaN],
    ['＠全角', 1e21, 0.1],
    ['坏\u0000\ud800字', 7, 8],
  ],
};

async function readBack(sheets: readonly Sheet[], tab: string): Promise<unknown[][]> {
  const bytes = sheetsXlsx(sheets, { name: '出处', facts: FACTS });
  const read = (await readXlsxFile(Buffer.from(bytes))) as unknown as { sheet: string; data: unknown[][] }[];
  return read.find(({ sheet: name }) => name === tab)!.data;
}

describe('tables that leave the program', () => {
  test('a workbook reads back cell by cell: numbers as numbers, text as text, formulas neutralised, nothing for what is missing', async () => {
    expect(await readBack([sheet], '采样点')).toEqual([
      ['名称', '人数', '等待（分钟）'],
      ['古楼街道', 4112, 230.25],
      [`'  =HYPERLINK("http://x")`, 0, null],
      ['<img onerror=alert(1)> & "q"', -3, null],
      ["'＠全角", 1e21, 0.1],
      ['坏字', 7, 8],
    ]);
  });

  test('its last tab says where the figures come from', async () => {
    expect(await readBack([sheet], '出处')).toEqual([
      ['出处', null],
      ['种子', 1],
      ['方案', '7f3a91b204c2'],
      ['说明', '模拟结果，非实时信息'],
    ]);
  });

  test('the same tables give the same bytes', () => {
    const write = () => sheetsXlsx([sheet, { ...sheet, name: 'b' }], { name: '出处', facts: FACTS });
    expect(write()).toEqual(write());
  });

  test('tabs keep to what spreadsheet programs take, each name once', () => {
    expect(tabNames(['a/b:c', 'A b c', 'x'.repeat(40), 'x'.repeat(41), '[]'])).toEqual([
      'a b c',
      'A b c (2)',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
      '5',
    ]);
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  test('CSV opens in Chinese in a spreadsheet, repeats its provenance in every row and neutralises formulas', () => {
    const lines = sheetCsv(sheet, FACTS).split('\r\n');
    expect(lines[0]).toBe('\ufeff名称,人数,等待（分钟）,种子,方案,说明');
    expect(lines[1]).toBe('古楼街道,4112,230.25,1,7f3a91b204c2,模拟结果，非实时信息');
    expect(lines[2]).toMatch(/^"'  =HYPERLINK/);
  });
});
