import { createStream, PURPOSE, type Stream } from '../engine/index.ts';
import { erlangC, poissonProbability, timeMoments, type TimeDistribution } from '../theory/index.ts';

/** Customers who are in the queue at its start, and whether that number has exactly the law of the steady state. */
export interface QueueStart {
  readonly customers: (replication: number) => number;
  readonly isExact: boolean;
}

const isMemoryless = (time: TimeDistribution): boolean => time.kind === 'exponential';

/**
 * Number in an M/M/c queue in its steady state (Erlang); for other times the line behind the servers is made longer or shorter by
 * (ca² + cs²)/2, which is near the truth but not the truth. Utilisation below 1.
 */
export function stationaryStart(arrival: TimeDistribution, service: TimeDistribution, servers: number, seed: number): QueueStart {
  const offered = timeMoments(service).mean / timeMoments(arrival).mean;
  const utilisation = offered / servers;
  const isExact = isMemoryless(arrival) && isMemoryless(service);
  const stretch = isExact ? 1 : (timeMoments(arrival).squaredCv + timeMoments(service).squaredCv) / 2;
  const busy = erlangC(servers, offered);
  return {
    isExact,
    customers(replication) {
      const stream = createStream(seed, replication, 0, PURPOSE.opening);
      if (stream.nextUnit() >= busy) return truncatedPoisson(stream, offered, servers);
      const line = Math.floor(Math.log(stream.nextUnit()) / Math.log(utilisation));
      return servers + Math.round(line * stretch);
    },
  };
}

/** Poisson with the given mean on 0 … below − 1, by inversion. */
function truncatedPoisson(stream: Stream, mean: number, below: number): number {
  let total = 0;
  for (let n = 0; n < below; n++) total += poissonProbability(n, mean);
  let left = stream.nextUnit() * total;
  for (let n = 0; n < below; n++) {
    left -= poissonProbability(n, mean);
    if (left < 0) return n;
  }
  return below - 1;
}
