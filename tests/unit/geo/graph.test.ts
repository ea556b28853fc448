import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGraph, shortestMinutes, type Edge } from '../../../src/geo/index.ts';

/** All pairs by Floyd–Warshall: another algorithm than the one on trial. */
function allPairs(nodes: number, edges: readonly Edge[]): number[][] {
  const best = Array.from({ length: nodes }, (_, i) => Array.from({ length: nodes }, (__, j) => (i === j ? 0 : Infinity)));
  for (const { from, to, minutes } of edges) {
    best[from][to] = Math.min(best[from][to], minutes);
    best[to][from] = Math.min(best[to][from], minutes);
  }
  for (let k = 0; k < nodes; k++) {
    for (let i = 0; i < nodes; i++) for (let j = 0; j < nodes; j++) best[i][j] = Math.min(best[i][j], best[i][k] + best[k][j]);
  }
  return best;
}

const edgesOver = (nodes: number) =>
  fc.array(fc.record({ from: fc.nat(nodes - 1), to: fc.nat(nodes - 1), minutes: fc.nat(100) }), { maxLength: 40 });

describe('shortest times over a graph', () => {
  it('agree with Floyd–Warshall on any graph, unreachable nodes included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }).chain((nodes) => fc.tuple(fc.constant(nodes), edgesOver(nodes))),
        ([nodes, edges]) => {
          const graph = createGraph(nodes, edges);
          const expected = allPairs(nodes, edges);
          for (let from = 0; from < nodes; from++) expect([...shortestMinutes(graph, from)]).toEqual(expected[from]);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it('refuses edges to nowhere and of no valid length', () => {
    expect(() => createGraph(2, [{ from: 0, to: 2, minutes: 1 }])).toThrow(RangeError);
    expect(() => createGraph(2, [{ from: 0, to: 1, minutes: -1 }])).toThrow(RangeError);
    expect(() => createGraph(2, [{ from: 0, to: 1, minutes: NaN }])).toThrow(RangeError);
    expect(() => createGraph(2, [{ from: 0, to: 1, minutes: Infinity }])).toThrow(RangeError);
  });
});
