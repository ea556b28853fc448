import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useText } from '../KitProvider.tsx';
import { arrangedRows, type Column, type Sorting } from './arrange.ts';
import { DataRows } from './DataRows.tsx';
import './table.css';

interface DataTableProps {
  readonly columns: readonly Column[];
  readonly count: number;
  /** Spoken name of the table. */
  readonly caption: string;
  /** Pixels. */
  readonly fontSize: number;
  readonly selected?: number;
  readonly onSelect?: (index: number) => void;
  /** Buttons beside the filter, such as exports. */
  readonly tools?: ReactNode;
}

/** Any table: filtered by its words, sorted by its columns, the header always in sight. Takes the height that it is given. */
export function DataTable({ columns, count, caption, fontSize, selected, onSelect, tools }: DataTableProps): ReactElement {
  const { t, language } = useText();
  const [filter, setFilter] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const rows = useMemo(() => arrangedRows(columns, count, filter, sorting, language), [columns, count, filter, sorting, language]);
  return (
    <section className="data-table" aria-label={caption} style={{ fontSize }}>
      <div className="data-table-tools">
        <input
          type="search"
          value={filter}
          placeholder={t('kit:table.filter')}
          aria-label={`${t('kit:table.filter')} · ${caption}`}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span role="status">{t('kit:table.count', { shown: rows.length, all: count })}</span>
        {tools}
      </div>
      <DataRows
        {...{ columns, rows, caption, fontSize, sorting }}
        onSort={setSorting}
        {...(selected === undefined ? {} : { selected })}
        {...(onSelect ? { onSelect } : {})}
      />
    </section>
  );
}
