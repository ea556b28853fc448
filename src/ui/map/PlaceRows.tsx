import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Text } from '../../text/index.ts';
import type { Column, Sorting } from './tableColumns.ts';

interface PlaceRowsProps {
  readonly columns: readonly Column[];
  /** Indices of the places, in order. */
  readonly rows: readonly number[];
  readonly caption: string;
  /** −1 for none. */
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly text: Text;
  readonly fontSize: number;
}

const OVERSCAN = 6;
const MOVES: Record<string, (position: number, page: number, last: number) => number> = {
  ArrowDown: (position) => position + 1,
  ArrowUp: (position) => position - 1,
  PageDown: (position, page) => position + page,
  PageUp: (position, page) => position - page,
  Home: () => 0,
  End: (_position, _page, last) => last,
};

/** Ascending, descending, own order. */
export const nextSorting = (sorting: Sorting | null, column: Column): Sorting | null => {
  if (sorting?.key !== column.key) return { key: column.key, descending: column.numeric };
  return sorting.descending === column.numeric ? { key: column.key, descending: !column.numeric } : null;
};

/** A grid of which only the rows in view exist; one stop for Tab in its body, arrows move between rows. */
export function PlaceRows({ columns, rows, caption, selected, onSelect, sorting, onSort, text, fontSize }: PlaceRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 400 });
  const [active, setActive] = useState(-1);
  const rowHeight = Math.round(fontSize * 2.15);
  const headHeight = Math.round(fontSize * 2.4);
  const first = Math.max(0, Math.floor(scroll.top / rowHeight) - OVERSCAN);
  const last = Math.min(rows.length, Math.ceil((scroll.top + scroll.height) / rowHeight) + OVERSCAN);
  const activePosition = rows.indexOf(active);

  useLayoutEffect(() => {
    const element = box.current!;
    const read = () => setScroll({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, []);

  const bringIntoView = (position: number) => {
    const element = box.current!;
    const top = position * rowHeight;
    const room = element.clientHeight - headHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
  };
  useEffect(() => {
    const position = rows.indexOf(selected);
    if (position >= 0) bringIntoView(position);
    if (selected >= 0) setActive(selected);
    // Only a new selection moves the table; sorting or filtering leaves the reader where they are.
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move !== undefined && rows.length > 0) {
      const page = Math.max(1, Math.floor(scroll.height / rowHeight) - 2);
      const position = Math.max(0, Math.min(rows.length - 1, move(activePosition, page, rows.length - 1)));
      setActive(rows[position]);
      bringIntoView(position);
    } else if ((event.key === 'Enter' || event.key === ' ') && activePosition >= 0) onSelect(active);
    else if (event.key === 'Escape') onSelect(-1);
    else return;
    event.preventDefault();
  };
  const ariaSort = (column: Column) => (sorting?.key !== column.key ? 'none' : sorting.descending ? 'descending' : 'ascending');
  return (
    <div ref={box} className="rows">
      <table
        role="grid"
        tabIndex={0}
        aria-label={caption}
        aria-description={text.t('map:table.help')}
        aria-rowcount={rows.length + 1}
        aria-activedescendant={activePosition >= first && activePosition < last ? `place-row-${active}` : undefined}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1} style={{ height: headHeight }}>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={ariaSort(column)} className={column.numeric ? 'numeric' : undefined}>
                <button type="button" tabIndex={-1} title={text.t('map:table.sort', { column: text.t(column.label) })} onClick={() => onSort(nextSorting(sorting, column))}>
                  {text.t(column.label)}
                  <span aria-hidden="true">{ariaSort(column) === 'none' ? '' : ariaSort(column) === 'ascending' ? ' ▲' : ' ▼'}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && (
            <tr aria-hidden="true">
              <td colSpan={columns.length} style={{ height: first * rowHeight }} />
            </tr>
          )}
          {rows.slice(first, last).map((row, offset) => (
            <tr
              key={row}
              id={`place-row-${row}`}
              aria-rowindex={first + offset + 2}
              aria-selected={row === selected}
              className={row === active ? 'active' : undefined}
              style={{ height: rowHeight }}
              onClick={() => {
                setActive(row);
                onSelect(row);
              }}
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.words(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.numeric ? 'numeric' : undefined}>
                    {column.words(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {last < rows.length && (
            <tr aria-hidden="true">
              <td colSpan={columns.length} style={{ height: (rows.length - last) * rowHeight }} />
            </tr>
          )}
        </tbody>
      </table>
      {rows.length === 0 && <p className="none">{text.t('map:table.none')}</p>}
    </div>
  );
}
