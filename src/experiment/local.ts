import type { RunRecord } from '../results/index.ts';
import type { Runner } from './runner.ts';
import { createSimulator } from './simulate.ts';

/** Runs in this thread; gives way to other tasks after every replication, so that a cancel gets through. */
export function createLocalRunner(): Runner {
  const simulator = createSimulator();
  return {
    width: 1,
    async run(variant, seed, replications, { signal, onRecord } = {}) {
      const records: RunRecord[] = [];
      for (const replication of replications) {
        signal?.throwIfAborted();
        const record = simulator.record(variant, seed, replication);
        records.push(record);
        onRecord?.(record);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      signal?.throwIfAborted();
      return records.sort((a, b) => a.replication - b.replication);
    },
    typical: async (variant, seed, replication, signal) => {
      signal?.throwIfAborted();
      return simulator.typical(variant, seed, replication);
    },
    dispose: () => undefined,
  };
}
