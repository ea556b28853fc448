import type { RoadGrid } from '../geo/index.ts';

/** Share of an area's residents reached within 0, 1, 2 … `top` minutes; NaN in an area of nobody. */
export function reachCurve(grid: RoadGrid, minutes: Float64Array, area: 'urban' | 'rural', top: number): Float64Array {
  const isUrban = area === 'urban' ? 1 : 0;
  const counts = new Float64Array(top + 1);
  let people = 0;
  for (let c = 0; c < grid.cells; c++) {
    if (grid.urban[c] !== isUrban) continue;
    people += grid.residents[c];
    const minute = Math.max(0, Math.ceil(minutes[c]));
    if (minute <= top) counts[minute] += grid.residents[c];
  }
  for (let minute = 1; minute <= top; minute++) counts[minute] += counts[minute - 1];
  return counts.map((count) => count / people);
}
