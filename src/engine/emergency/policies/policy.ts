import type { EmergencyState } from '../state.ts';

/** How vehicles are chosen. A policy only decides, or moves free vehicles; what follows from a decision is the engine's. */
export interface Policy {
  /** The vehicle to send to a call: a free one, or one on its way to a less urgent call that is then given away anew; −1 for none. */
  choose(state: EmergencyState, call: number): number;
  /** False where a call that none may be sent to says nothing about those behind it in line. */
  readonly isFirstServed: boolean;
  /** The call that a free vehicle takes over from a crew under way, or −1; asked when nobody waits. */
  findTakeover?(state: EmergencyState, vehicle: number): number;
  /** The number of free vehicles or their stations changed. */
  onFleetChanged?(state: EmergencyState): void;
}
