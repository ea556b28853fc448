/** A stretch of the track in pixels: what stands there and must not be covered. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

const GAP = 4;

/** The first row with room for each stretch, in their order; `held` is laid last, so that the others stay where they are while it moves. */
export function packRows(extents: readonly Extent[], held: number | null = null): { rows: number[]; count: number } {
  const order = extents.map((_, index) => index).filter((index) => index !== held);
  if (held !== null && held < extents.length) order.push(held);
  const taken: Extent[][] = [];
  const rows = extents.map(() => 0);
  for (const index of order) {
    const { from, to } = extents[index];
    let row = taken.findIndex((others) => others.every((other) => to + GAP <= other.from || from >= other.to + GAP));
    if (row < 0) row = taken.push([]) - 1;
    taken[row].push(extents[index]);
    rows[index] = row;
  }
  return { rows, count: taken.length };
}
