import { csvParseRows } from 'd3';
import { createProblem, decodeFile, problemWords, type Problem } from '../../../scenario/index.ts';
import type { SitingCase } from '../../../solver/index.ts';
import { CommandRefused, EXIT } from '../../exit.ts';

/** Beyond so many pairs of a demand point and a site a solver would not end. */
const MOST_PAIRS = 200_000;
const MOST_PROBLEMS = 50;

/**
 * A siting case out of a CSV file: header `id,demand,<site ids…>`, a row a demand point, cells in minutes, an empty cell where no way
 * leads. Throws CommandRefused with everything wrong, each with its row and column.
 */
export function readMatrix(bytes: Uint8Array, file: string): SitingCase {
  const refuse = (problems: readonly Problem[]): never => {
    throw new CommandRefused(EXIT.input, problems.slice(0, MOST_PROBLEMS), file);
  };
  const decoded = decodeFile(bytes);
  if ('problems' in decoded) return refuse(decoded.problems);
  const rows = csvParseRows(decoded.text.replace(/^\ufeff/, ''), (cells, index) => ({
    cells: cells.map((cell) => cell.trim()),
    line: index + 1,
  }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...points] = filled;
  const problems: Problem[] = [];
  const report = (code: string, line: number, column: number, value: string, values = {}) =>
    problems.push(createProblem(code, { line, column: column + 1, value, values }));
  if (header === undefined) return refuse([createProblem('matrix-header', { value: '' })]);
  const [first, second, ...siteIds] = header.cells;
  if (first?.toLowerCase() !== 'id' || second?.toLowerCase() !== 'demand' || siteIds.length === 0) {
    return refuse([createProblem('matrix-header', { line: header.line, column: 1, value: header.cells.slice(0, 4).join(',') })]);
  }
  if (points.length === 0) report('matrix-no-rows', header.line + 1, 0, '');
  if (points.length * siteIds.length > MOST_PAIRS) {
    return refuse([
      createProblem('matrix-too-large', {
        value: `${points.length} × ${siteIds.length}`,
        values: { most: MOST_PAIRS.toLocaleString('en-US') },
      }),
    ]);
  }
  siteIds.forEach((id, s) => {
    if (id === '') report('matrix-id', header.line, s + 2, id);
    else if (siteIds.indexOf(id) < s) report('matrix-id-twice', header.line, s + 2, id);
  });
  const seen = new Set<string>();
  const demand = new Float64Array(points.length);
  const minutes = new Float64Array(points.length * siteIds.length).fill(Infinity);
  points.forEach(({ cells, line }, i) => {
    const [id] = cells;
    if (id === '') report('matrix-id', line, 0, id);
    else if (seen.has(id)) report('matrix-id-twice', line, 0, id);
    seen.add(id);
    if (cells.length !== header.cells.length) {
      report('matrix-width', line, Math.min(cells.length, header.cells.length), String(cells.length), { expected: header.cells.length });
      return;
    }
    demand[i] = amountOf(cells[1]);
    if (!(demand[i] >= 0)) report('matrix-number', line, 1, cells[1], { what: problemWords('matrix-what.demand', { id }) });
    siteIds.forEach((site, s) => {
      const cell = cells[s + 2];
      if (cell === '') return;
      const found = amountOf(cell);
      if (found >= 0) minutes[i * siteIds.length + s] = found;
      else report('matrix-number', line, s + 2, cell, { what: problemWords('matrix-what.minutes', { id, site }) });
    });
  });
  if (problems.length > 0) return refuse(problems);
  return { demandIds: points.map(({ cells }) => cells[0]), siteIds, demand, minutes };
}

/** A plain decimal number that is not negative; NaN for anything else. */
const amountOf = (cell: string): number => (/^\d+(\.\d+)?(e[+-]?\d{1,2})?$/i.test(cell) ? Number(cell) : NaN);
