import type { TimeDistribution } from './service-time.ts';

/** ln E(exp(−sA)) of an interarrival time A and its derivative, at s > 0. */
export type LogTransform = (s: number) => { readonly value: number; readonly slope: number };

/** Closed for constant and gamma times, summed over nodes for the others: to about 1e-13 for every cv up to 10. */
export function logTransform(time: TimeDistribution): LogTransform {
  switch (time.kind) {
    case 'deterministic':
      return (s) => ({ value: -s * time.value, slope: -time.value });
    case 'exponential':
      return gammaTransform(1, time.rate);
    case 'erlang':
    case 'gamma':
      return gammaTransform(time.shape, time.rate);
    case 'lognormal':
      return nodeTransform(lognormalNodes(time.mean, time.cv));
    case 'triangular':
      return nodeTransform([...edgeNodes(time.min, time.mode, time), ...edgeNodes(time.max, time.mode, time)]);
  }
}

const gammaTransform =
  (shape: number, rate: number): LogTransform =>
  (s) => ({ value: -shape * Math.log1p(s / rate), slope: -shape / (rate + s) });

/** A value of the time and its probability. */
type Node = readonly [at: number, weight: number];

/** Summed as 1 − E(1 − exp(−sA)), so that small s keep their digits. */
function nodeTransform(nodes: readonly Node[]): LogTransform {
  const total = nodes.reduce((sum, [, weight]) => sum + weight, 0);
  return (s) => {
    let missing = 0;
    let moment = 0;
    for (const [at, weight] of nodes) {
      missing -= weight * Math.expm1(-s * at);
      moment += weight * at * Math.exp(-s * at);
    }
    return { value: Math.log1p(-missing / total), slope: -moment / (total - missing) };
  };
}

/** The trapezium rule over a normal variable, which for smooth functions that die away converges faster than any power. */
function lognormalNodes(mean: number, cv: number): Node[] {
  const variance = Math.log1p(cv * cv);
  const step = 1 / 64;
  return Array.from({ length: 2 * 9 * 64 + 1 }, (_, i) => {
    const z = i * step - 9;
    return [mean * Math.exp(Math.sqrt(variance) * z - variance / 2), Math.exp((-z * z) / 2)];
  });
}

/** One side of a triangular density, from its foot to its mode, by the tanh-sinh rule (Takahasi and Mori 1974). */
function edgeNodes(foot: number, mode: number, { min, max }: { readonly min: number; readonly max: number }): Node[] {
  const step = 1 / 32;
  const width = Math.abs(mode - foot);
  if (width === 0) return [];
  return Array.from({ length: 2 * 4 * 32 + 1 }, (_, i) => {
    const t = i * step - 4;
    const u = (Math.PI / 2) * Math.sinh(t);
    // Share of the way from the foot, without loss near it.
    const share = 1 / (1 + Math.exp(-2 * u));
    const density = (2 * share) / (max - min);
    return [foot + share * (mode - foot), (density * width * Math.PI * Math.cosh(t)) / (4 * Math.cosh(u) ** 2)];
  });
}
