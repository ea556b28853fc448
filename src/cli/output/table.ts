/** Columns that a terminal gives a text: Chinese characters and full-width marks take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const mark of text)
    width += /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(mark)
      ? 2
      : 1;
  return width;
}

export type Alignment = 'left' | 'right';

/** Rows in aligned columns, two blanks apart, each line behind `indent`. */
export function tableText(rows: readonly (readonly string[])[], alignments: readonly Alignment[], indent = '  '): string {
  const widths = alignments.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat(widths[column] - displayWidth(cell));
        return alignments[column] === 'right' ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${indent}${line}\n`).join('');
}
