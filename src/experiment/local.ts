import { finish } from '../results/index.ts';
import type { Runner } from './runner.ts';
import { simulateEmergency, traceEmergency } from './emergency/simulate.ts';
import { createSimulator } from './simulate.ts';

/** Runs in this thread; gives way to other tasks after every replication, so that a cancel gets through. */
export function createLocalRunner(): Runner {
  const simulator = createSimulator();
  return {
    width: 1,
    run: (variant, seed, replications, options) =>
      inTurn(replications, (replication) => finish(simulator.record(variant, seed, replication)), options),
    emergency: (network, seed, replications, options) =>
      inTurn(replications, (replication) => simulateEmergency(network, seed, replication), options),
    trace: async (network, seed, replication, signal) => {
      signal?.throwIfAborted();
      return traceEmergency(network, seed, replication);
    },
    typical: async (variant, seed, replication, signal) => {
      signal?.throwIfAborted();
      return finish(simulator.typical(variant, seed, replication));
    },
    dispose: () => undefined,
  };
}

async function inTurn<R extends { readonly replication: number }>(
  replications: readonly number[],
  simulate: (replication: number) => R,
  { signal, onRecord }: { readonly signal?: AbortSignal; readonly onRecord?: (record: R) => void } = {},
): Promise<R[]> {
  const records: R[] = [];
  for (const replication of replications) {
    signal?.throwIfAborted();
    const record = simulate(replication);
    records.push(record);
    onRecord?.(record);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  signal?.throwIfAborted();
  return records.sort((a, b) => a.replication - b.replication);
}
