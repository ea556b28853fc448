/** Closed tubes, in one row a site; SiteState says where each row lies. */
export interface TubeState {
  /** End of the last row. */
  size: number;
  /** Real instants. */
  openedAt: Float64Array;
  closedAt: Float64Array;
  people: Int32Array;
  /** Infected members, plus FALSE_POSITIVE_FLAG for a pool that will read positive wrongly, plus SINGLE_FLAG. */
  marks: Int32Array;
  round: Uint8Array;
}

const FIRST_TUBES = 16_384;

export function createTubes(capacity = FIRST_TUBES): TubeState {
  return {
    size: 0,
    openedAt: new Float64Array(capacity),
    closedAt: new Float64Array(capacity),
    people: new Int32Array(capacity),
    marks: new Int32Array(capacity),
    round: new Uint8Array(capacity),
  };
}

export const SINGLE_FLAG = 1 << 30;
export const FALSE_POSITIVE_FLAG = 1 << 29;
export const INFECTED_MASK = (1 << 20) - 1;

/** Whether a tube of these marks, or one of several whose marks are put together, may read positive. */
export function isMarked(marks: number): boolean {
  return (marks & (INFECTED_MASK | FALSE_POSITIVE_FLAG)) !== 0;
}
