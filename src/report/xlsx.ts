import { strToU8, zipSync } from 'fflate';
import { neutralised, type CsvCell } from './csv.ts';
import type { ProvenanceFacts, Sheet } from './sheet.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Most characters of a cell and of a tab's name that spreadsheet programs take. */
const MOST_CELL = 32_767;
const MOST_TAB = 31;

/** Characters that XML 1.0 cannot hold: control characters but tab and line breaks, and what is no character at all. */
const UNFIT = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu;

const escaped = (text: string): string =>
  text
    .slice(0, MOST_CELL)
    .replace(UNFIT, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** "A", "B" … "AA": the name of a column counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Names that no spreadsheet program refuses, each once. */
export function tabNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean = name.replace(/[[\]:*?/\\']/g, ' ').trim() || `${index + 1}`;
    let tab = clean.slice(0, MOST_TAB);
    for (let copy = 2; taken.has(tab.toLowerCase()); copy++) tab = `${clean.slice(0, MOST_TAB - 4)} (${copy})`;
    taken.add(tab.toLowerCase());
    return tab;
  });
}

function cellXml(cell: CsvCell, at: string, style: number): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  if (typeof cell === 'number') return `<c r="${at}" s="${style}"><v>${cell}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(neutralised(cell))}</t></is></c>`;
}

const WIDE = /[\u2e80-\u9fff\uff00-\uffef]/g;
const widthOf = (cell: CsvCell): number => {
  const text = cell === null ? '' : String(cell);
  return text.length + (text.match(WIDE)?.length ?? 0);
};

/** A tab whose first row stays in sight; columns as wide as their first rows ask for. */
function sheetXml({ columns, rows }: Sheet): string {
  const all: readonly (readonly CsvCell[])[] = [columns, ...rows];
  const widths = columns.map((_, column) => Math.min(48, 2 + Math.max(...all.slice(0, 50).map((row) => widthOf(row[column] ?? null)))));
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  const lines = all.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, index === 0 ? 1 : 0)).join('');
    return `<row r="${index + 1}">${cells}</row>`;
  });
  const pane = '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews>${pane}</sheetViews><cols>${cols}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>';

/** When every entry of the archive says it was written: the same table gives the same bytes. */
const WRITTEN = new Date(2020, 0, 1);

/**
 * Tables as one XLSX workbook, a tab each, and a last tab that says where they come from. Text that looks like a formula is neutralised.
 * Written here because the libraries at hand compress in workers made from blobs, which the page's policy forbids.
 */
export function sheetsXlsx(sheets: readonly Sheet[], provenance: { readonly name: string; readonly facts: ProvenanceFacts }): Uint8Array {
  const last: Sheet = { name: provenance.name, columns: [provenance.name, ''], rows: provenance.facts };
  const all = [...sheets, last];
  const tabs = tabNames(all.map(({ name }) => name));
  const parts = all.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}` +
      `${parts.map((path) => override(path, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tabs
      .map((tab, index) => `<sheet name="${escaped(tab)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts
      .map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}<Relationship Id="rId${parts.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(all.map((sheet, index) => [parts[index], sheetXml(sheet)])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])), { mtime: WRITTEN });
}
