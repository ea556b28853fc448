import { csvText, type CsvCell } from './csv.ts';

/** A table as it leaves the program: numbers keep all their digits, so a column's unit stands in its label. */
export interface Sheet {
  /** What the table is about, in the reader's language; names the tab of a spreadsheet. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** Where an export comes from, label and value: seed, runs, scenario, engine, and that it is simulated. */
export type ProvenanceFacts = readonly (readonly [label: string, value: string | number])[];

/** With the mark of UTF-8, without which spreadsheet programs read Chinese as something else. The last columns repeat the provenance. */
export function sheetCsv(sheet: Sheet, provenance: ProvenanceFacts): string {
  const values = provenance.map(([, value]) => value);
  const header = [...sheet.columns, ...provenance.map(([label]) => label)];
  return `\ufeff${csvText(
    header,
    sheet.rows.map((row) => [...row, ...values]),
  )}`;
}
