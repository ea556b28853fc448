/** Re-swabs of recalled people, in the order of their recall; one tube each. */
export interface RecallState {
  size: number;
  swabbedAt: Float64Array;
  infected: Uint8Array;
  round: Uint8Array;
}

const FIRST_RECALLS = 1024;

export function createRecalls(capacity = FIRST_RECALLS): RecallState {
  return {
    size: 0,
    swabbedAt: new Float64Array(capacity),
    infected: new Uint8Array(capacity),
    round: new Uint8Array(capacity),
  };
}
