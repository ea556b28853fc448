export { compileVariant, type CompiledVariant } from './variant.ts';
export { UnknownPlaceError } from './changes.ts';
export { NO_EMERGENCY_EDITS, type ConfirmedCase, type EmergencyDated, type EmergencyEdits } from './emergency/edits.ts';
export { compileEmergency, type CompiledEmergency } from './emergency/network.ts';
