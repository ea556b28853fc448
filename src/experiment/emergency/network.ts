import type { EmergencyInput } from '../../engine/index.ts';
import type { NetworkPoints, RecordFrame } from '../../results/index.ts';

/** An emergency plan ready to be simulated, here or in a worker: nothing but plain values and typed arrays. */
export interface EmergencyNetwork {
  readonly input: EmergencyInput;
  readonly frame: RecordFrame;
  readonly points: NetworkPoints;
}
