import { createEmergencyRun } from '../../engine/index.ts';
import { recordEmergency, traceMissions, type EmergencyRecord, type MissionTrace } from '../../results/index.ts';
import { TICKS_PER_DAY } from '../../units/index.ts';
import type { EmergencyNetwork } from './network.ts';

/** One replication to its end, summed up. What every worker runs. */
export function simulateEmergency({ input, frame }: EmergencyNetwork, seed: number, replication: number): EmergencyRecord {
  const run = createEmergencyRun(input, seed, replication);
  run.advanceTo(Infinity);
  return recordEmergency(run, replication, frame);
}

/** Days of a trace; a map shows one day and what is left of it in the next morning. */
const TRACED_DAYS = 1;

/** Missions of the first midnight-to-midnight day after the warm-up of a replication. The run goes no farther than it must. */
export function traceEmergency({ input, points }: EmergencyNetwork, seed: number, replication: number): MissionTrace {
  const toMidnight = (TICKS_PER_DAY - (input.startClock % TICKS_PER_DAY)) % TICKS_PER_DAY;
  const from = input.warmUp + toMidnight;
  const until = from + TRACED_DAYS * TICKS_PER_DAY;
  const run = createEmergencyRun({ ...input, horizon: Math.max(until + TICKS_PER_DAY, 1) }, seed, replication);
  run.advanceTo(Infinity);
  return traceMissions(run, from, until, points);
}
