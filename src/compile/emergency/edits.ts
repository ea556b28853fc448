import { NO_EDITS, type StationEdits } from '../../coverage/index.ts';

interface Timed {
  /** Hours after the order (T0): the end of the warm-up, when counting begins. */
  readonly at: number;
  /** Hours after the order at which it ends; absent = for good. */
  readonly until?: number;
}

/** A dated change of the emergency network, by the city's ids. */
export type EmergencyDated =
  | (Timed & { readonly kind: 'calls'; readonly factor: number })
  /** Factor of travel time. */
  | (Timed & { readonly kind: 'travel'; readonly area: 'urban' | 'rural' | 'all'; readonly factor: number })
  | (Timed & { readonly kind: 'stationClosed'; readonly station: string })
  | (Timed & { readonly kind: 'hospitalClosed'; readonly hospital: string })
  /** So many of a station's vehicles are out of service. */
  | (Timed & { readonly kind: 'vehiclesOut'; readonly station: string; readonly vehicles: number })
  /** Rows of the city's roads that are shut meanwhile. */
  | (Timed & { readonly kind: 'roadsShut'; readonly roads: readonly number[] });

/** A patient confirmed at a known hour, as a screening round finds them. */
export interface ConfirmedCase {
  /** Hours after the order (T0): the end of the warm-up. */
  readonly at: number;
  readonly villageId: string;
}

/** What differs from the city as it is, beside the scenario's inputs. */
export interface EmergencyEdits {
  readonly stations: StationEdits;
  /** Rows of the city's roads that are shut throughout. */
  readonly roadsShut: readonly number[];
  readonly dated: readonly EmergencyDated[];
  readonly cases: readonly ConfirmedCase[];
}

export const NO_EMERGENCY_EDITS: EmergencyEdits = { stations: NO_EDITS, roadsShut: [], dated: [], cases: [] };
