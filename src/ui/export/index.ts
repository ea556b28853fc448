import './export.css';

export { ChartFrame } from './ChartFrame.tsx';
export { download, downloadText } from './download.ts';
export { downloadPng } from './download-png.ts';
export { ExportMenu } from './ExportMenu.tsx';
export { SheetTable, TableFiles } from './SheetTable.tsx';
export { ExportProvider, fileStem, provenanceFacts, provenanceLines, safeName, useExportSource, type ExportSource } from './source.tsx';
export { downloadCsv, downloadXlsx } from './table-files.ts';
