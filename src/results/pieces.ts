/**
 * Work in pieces of some milliseconds each, so that a thread may listen in between. It is given up half way by its `return`; where it was
 * cut changes no result (prefix law).
 */
export type Piecewise<T> = Generator<undefined, T, undefined>;

/** All pieces one after the other. */
export function finish<T>(work: Piecewise<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
