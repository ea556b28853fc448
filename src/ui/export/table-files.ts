import { sheetCsv, sheetsXlsx, type Sheet } from '../../report/index.ts';
import type { Text } from '../../text/index.ts';
import { download, downloadText } from './download.ts';
import { fileStem, provenanceFacts, type ExportSource } from './source.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function downloadCsv(text: Text, source: ExportSource, sheet: Sheet): void {
  downloadText(`${fileStem(text, source, sheet.name)}.csv`, sheetCsv(sheet, provenanceFacts(text, source)), 'text/csv;charset=utf-8');
}

/** Several tables in one workbook; the last tab says where they come from. */
export function downloadXlsx(text: Text, source: ExportSource, sheets: readonly Sheet[], title: string): void {
  const bytes = sheetsXlsx(sheets, { name: text.t('exports:provenance'), facts: provenanceFacts(text, source) });
  download(`${fileStem(text, source, title)}.xlsx`, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
}
