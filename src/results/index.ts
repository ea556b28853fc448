export { joiningWaits } from './joining-waits.ts';
export { recordRun } from './record.ts';
export { estimate, summariseStudy, type StudySubject } from './study.ts';
export { followRun } from './typical.ts';
export * from './emergency-types.ts';
export * from './types.ts';
export { recordEmergency, type RecordFrame } from './emergency-record.ts';
export { meanFigure, responseOf, summariseEmergency, utilisationOf, type EmergencySubject } from './emergency-study.ts';
export {
  missionsByVehicle,
  networkPoints,
  traceMissions,
  VEHICLE_DOES,
  vehicleAt,
  type VehicleDoes,
  type VehicleNow,
} from './emergency-trace.ts';
export { finish, type Piecewise } from './pieces.ts';
