/** One column: what sorts and what people read. NaN and null sort last. */
export interface Column {
  readonly key: string;
  /** In the reader's language. */
  readonly label: string;
  /** What `value` counts in, for files, where the words are not there. */
  readonly unit?: string;
  readonly numeric: boolean;
  readonly value: (row: number) => number | string | null;
  readonly words: (row: number) => string;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** Rows that match the filter, in order; unknown values last either way, equal ones in their own order. */
export function arrangedRows(
  columns: readonly Column[],
  count: number,
  filter: string,
  sorting: Sorting | null,
  language: 'zh' | 'en',
): number[] {
  const sought = filter.trim().toLowerCase();
  const searched = columns.filter((entry) => !entry.numeric);
  const rows = Array.from({ length: count }, (_, row) => row).filter(
    (row) => sought === '' || searched.some((entry) => entry.words(row).toLowerCase().includes(sought)),
  );
  const by = sorting === null ? undefined : columns.find((entry) => entry.key === sorting.key);
  if (by === undefined || sorting === null) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = sorting.descending ? -1 : 1;
  return rows.sort((a, b) => {
    const [first, second] = [by.value(a), by.value(b)];
    if (first === null || second === null) return first === second ? a - b : first === null ? 1 : -1;
    const order =
      typeof first === 'string' || typeof second === 'string' ? collator.compare(String(first), String(second)) : first - second;
    return order === 0 ? a - b : sign * order;
  });
}

/** Largest or first first, then the other way, then the table's own order again. */
export const nextSorting = (sorting: Sorting | null, column: Column): Sorting | null => {
  if (sorting?.key !== column.key) return { key: column.key, descending: column.numeric };
  return sorting.descending === column.numeric ? { key: column.key, descending: !column.numeric } : null;
};
