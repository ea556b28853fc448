import FlatQueue from 'flatqueue';

/** A way between two nodes, usable in both directions. Minutes ≥ 0. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

/** Undirected graph as adjacency arrays: neighbours of node n stand at starts[n] … starts[n + 1]. */
export interface RoadGraph {
  readonly nodes: number;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  readonly minutes: Float64Array;
}

/** Builds the graph of `nodes` nodes, numbered from 0. Throws RangeError on an edge to nowhere or of no valid length. */
export function createGraph(nodes: number, edges: readonly Edge[]): RoadGraph {
  const starts = new Int32Array(nodes + 1);
  for (const { from, to, minutes } of edges) {
    for (const node of [from, to]) {
      if (!(Number.isInteger(node) && node >= 0 && node < nodes)) throw new RangeError(`createGraph: no node ${node}`);
      starts[node + 1]++;
    }
    if (!(minutes >= 0 && minutes < Infinity)) throw new RangeError(`createGraph: ${minutes} minutes from ${from} to ${to}`);
  }
  for (let n = 0; n < nodes; n++) starts[n + 1] += starts[n];
  const next = starts.slice(0, nodes);
  const targets = new Int32Array(edges.length * 2);
  const minutes = new Float64Array(edges.length * 2);
  for (const edge of edges) {
    targets[next[edge.from]] = edge.to;
    minutes[next[edge.from]++] = edge.minutes;
    targets[next[edge.to]] = edge.from;
    minutes[next[edge.to]++] = edge.minutes;
  }
  return { nodes, starts, targets, minutes };
}

/** Minutes from one node to every node (Dijkstra); Infinity where no way leads. */
export function shortestMinutes(graph: RoadGraph, from: number): Float64Array {
  const best = new Float64Array(graph.nodes).fill(Infinity);
  const queue = new FlatQueue<number>();
  best[from] = 0;
  queue.push(from, 0);
  for (;;) {
    const reached = queue.peekValue();
    const node = queue.pop();
    if (node === undefined || reached === undefined) return best;
    if (reached > best[node]) continue;
    for (let e = graph.starts[node]; e < graph.starts[node + 1]; e++) {
      const minutes = reached + graph.minutes[e];
      if (minutes < best[graph.targets[e]]) {
        best[graph.targets[e]] = minutes;
        queue.push(graph.targets[e], minutes);
      }
    }
  }
}
