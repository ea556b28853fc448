export {
  AREAS,
  RURAL,
  SEVERITIES,
  TRANSFER,
  URBAN,
  type CallPlaces,
  type DispatchPolicy,
  type DispatchRules,
  type EmergencyChange,
  type EmergencyInput,
  type EmergencyTravel,
  type EscalationRule,
  type HospitalInputs,
  type MissionTimes,
  type StationInputs,
  type TransferInputs,
  type VehicleInputs,
} from './input.ts';
export type { MissionState } from './state.ts';
export { createEmergencyRun, type EmergencyRun } from './run.ts';
export type { CallList } from './calls.ts';
