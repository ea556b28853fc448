import { Button } from '@mantine/core';
import { FileSpreadsheet } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import type { Sheet } from '../../report/index.ts';
import { DataTable, useText, type Column } from '../kit/index.ts';
import './export.css';
import { useExportSource, type ExportSource } from './source.tsx';
import { downloadCsv, downloadXlsx } from './table-files.ts';

/** Decimals shown of a number in a table of mixed figures; the files keep all. */
const DIGITS = 2;

function columnsOf(sheet: Sheet, words: (value: number) => string): Column[] {
  return sheet.columns.map((label, at) => {
    const numeric = sheet.rows.some((row) => typeof row[at] === 'number');
    return {
      key: String(at),
      label,
      numeric,
      value: (row) => {
        const cell = sheet.rows[row][at] ?? null;
        return typeof cell === 'number' && Number.isNaN(cell) ? null : cell;
      },
      words: (row) => {
        const cell = sheet.rows[row][at] ?? null;
        return typeof cell === 'number' ? words(cell) : (cell ?? '–');
      },
    };
  });
}

/** The two files of a table as buttons. */
export function TableFiles({ sheet, source }: { sheet: () => Sheet; source?: ExportSource }): ReactElement | null {
  const text = useText();
  const around = useExportSource();
  const from = source ?? around;
  if (from === null || from.studies.length === 0) return null;
  const button = (words: string, label: string, save: () => void): ReactElement => (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<FileSpreadsheet size="1rem" aria-hidden />}
      aria-label={label}
      onClick={save}
      data-export="skip"
    >
      {words}
    </Button>
  );
  return (
    <span className="table-files">
      {button('CSV', text.t('exports:csv'), () => downloadCsv(text, from, sheet()))}
      {button('XLSX', text.t('exports:xlsx'), () => downloadXlsx(text, from, [sheet()], sheet().name))}
    </span>
  );
}

/** A sheet as a table of the page with its files. */
export function SheetTable({ sheet, source, fontSize = 14 }: { sheet: Sheet; source?: ExportSource; fontSize?: number }): ReactElement {
  const { format } = useText();
  const columns = useMemo(() => columnsOf(sheet, (value) => format.number(value, Number.isInteger(value) ? 0 : DIGITS)), [sheet, format]);
  return (
    <DataTable
      columns={columns}
      count={sheet.rows.length}
      caption={sheet.name}
      fontSize={fontSize}
      tools={<TableFiles sheet={() => sheet} {...(source ? { source } : {})} />}
    />
  );
}
