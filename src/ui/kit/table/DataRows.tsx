import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../KitProvider.tsx';
import { nextSorting, type Column, type Sorting } from './arrange.ts';
import './table.css';

interface DataRowsProps {
  readonly columns: readonly Column[];
  /** Indices of the rows shown, in order. */
  readonly rows: readonly number[];
  readonly caption: string;
  /** −1 for none. */
  readonly selected?: number;
  /** Absent: rows are read, not chosen. −1 clears. */
  readonly onSelect?: (index: number) => void;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
  /** Pixels. */
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

/** Position of the scrolled box, followed. */
function useScroll(box: { readonly current: HTMLDivElement | null }) {
  const [scroll, setScroll] = useState({ top: 0, height: 400 });
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
  }, [box]);
  return scroll;
}

/** A table of which only the rows in view exist. Its rows are one stop for Tab: arrows move between their names, Enter selects. */
export function DataRows({ columns, rows, caption, selected = -1, onSelect, sorting, onSort, fontSize }: DataRowsProps) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const scroll = useScroll(box);
  const [active, setActive] = useState(selected);
  const [known, setKnown] = useState(selected);
  if (known !== selected) {
    setKnown(selected);
    if (selected >= 0) setActive(selected);
  }
  const rowHeight = Math.round(fontSize * 2.15);
  const headHeight = Math.round(fontSize * 2.4);
  const first = Math.max(0, Math.floor(scroll.top / rowHeight) - OVERSCAN);
  const last = Math.min(rows.length, Math.ceil((scroll.top + scroll.height) / rowHeight) + OVERSCAN);
  const activePosition = rows.indexOf(active);
  const stop = activePosition >= first && activePosition < last ? active : rows[Math.min(last - 1, Math.ceil(scroll.top / rowHeight))];

  const bringIntoView = (position: number) => {
    const element = box.current;
    if (element === null || position < 0) return;
    const top = position * rowHeight;
    const room = element.clientHeight - headHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
  };
  // Only a new selection moves the table; sorting or filtering leaves the reader where they are.
  const reveal = useEffectEvent((index: number) => bringIntoView(rows.indexOf(index)));
  useEffect(() => reveal(selected), [selected]);

  const moving = useRef(false);
  useLayoutEffect(() => {
    if (!moving.current) return;
    const button = box.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
    if (button !== null && button !== undefined) {
      moving.current = false;
      button.focus({ preventScroll: true });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.key === 'Escape') onSelect?.(-1);
    else if (move !== undefined && rows.length > 0) {
      const page = Math.max(1, Math.floor(scroll.height / rowHeight) - 2);
      const position = Math.max(0, Math.min(rows.length - 1, move(Math.max(0, rows.indexOf(stop)), page, rows.length - 1)));
      moving.current = true;
      setActive(rows[position]);
      bringIntoView(position);
    } else return;
    event.preventDefault();
  };
  const sortOf = (column: Column) => (sorting?.key !== column.key ? 'none' : sorting.descending ? 'descending' : 'ascending');
  const spacer = (count: number) => <tr aria-hidden="true" style={{ height: count * rowHeight }} />;
  return (
    <div ref={box} className="data-rows">
      <table aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">
          {caption} {t(onSelect ? 'kit:table.help' : 'kit:table.move')}
        </caption>
        <thead>
          <tr aria-rowindex={1} style={{ height: headHeight }}>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={sortOf(column)} className={column.numeric ? 'numeric' : undefined}>
                <button
                  type="button"
                  title={t('kit:table.sort', { column: column.label })}
                  onClick={() => onSort(nextSorting(sorting, column))}
                >
                  {column.label}
                  <span aria-hidden="true">{{ none: '', ascending: ' ▲', descending: ' ▼' }[sortOf(column)]}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && spacer(first)}
          {rows.slice(first, last).map((row, offset) => (
            <tr
              key={row}
              aria-rowindex={first + offset + 2}
              className={row === selected ? 'selected' : undefined}
              data-choice={onSelect !== undefined}
              style={{ height: rowHeight }}
              onClick={() => onSelect?.(row)}
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    <button
                      type="button"
                      data-row={row}
                      aria-pressed={onSelect ? row === selected : undefined}
                      tabIndex={row === stop ? 0 : -1}
                      onKeyDown={onKeyDown}
                      onFocus={() => setActive(row)}
                    >
                      {column.words(row)}
                    </button>
                  </th>
                ) : (
                  <td key={column.key} className={column.numeric ? 'numeric' : undefined}>
                    {column.words(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {last < rows.length && spacer(rows.length - last)}
        </tbody>
      </table>
      {rows.length === 0 && <p className="none">{t('kit:table.none')}</p>}
    </div>
  );
}
