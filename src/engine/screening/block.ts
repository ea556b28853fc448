/**
 * Room for the people that a loop goes over, a block at a time. The arrays are constants of this module and their length is fixed: V8 then
 * knows where they lie and spares each access its checks, which halves the time of a person (docs/performance.md). So a loop copies its
 * people in, works on the block, and copies them out. Nothing in a block outlives one call.
 */
export const BLOCK_PEOPLE = 2048;
/** Real instant or open clock of arrival, or demand. */
export const blockArrival = new Float64Array(BLOCK_PEOPLE);
/** Open clock at which each stands ready; then of the start of the swab. */
export const blockReady = new Float64Array(BLOCK_PEOPLE);
export const blockTicks = new Int32Array(BLOCK_PEOPLE);
/** Desk of each, and the open clock at which that desk became free. */
export const blockDesk = new Int32Array(BLOCK_PEOPLE);
export const blockFreed = new Float64Array(BLOCK_PEOPLE);

/** People of the next block of from … to. */
export function blockSize(from: number, to: number): number {
  return to - from < BLOCK_PEOPLE ? to - from : BLOCK_PEOPLE;
}
