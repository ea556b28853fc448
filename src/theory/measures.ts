/**
 * Steady state of a queue with unlimited room. Times are in the unit of the rates that were given.
 * An overloaded queue (utilisation at or above 1) has waitProbability 1 and Infinity for every mean and variance; it does not throw.
 */
export interface QueueMeasures {
  /** Offered work per server, λE(S)/c. */
  readonly utilisation: number;
  /** P(W > 0) of an arriving customer. */
  readonly waitProbability: number;
  /** E(W), time in queue, those who do not wait included. */
  readonly meanWait: number;
  /** Var(W). */
  readonly waitVariance: number;
  /** Mean number waiting, λE(W) by Little. */
  readonly meanQueue: number;
  /** Mean number waiting or in service, λE(W) + λE(S). */
  readonly meanInSystem: number;
}

export function overloaded(utilisation: number): QueueMeasures {
  return {
    utilisation,
    waitProbability: 1,
    meanWait: Infinity,
    waitVariance: Infinity,
    meanQueue: Infinity,
    meanInSystem: Infinity,
  };
}
