export { joiningWaits } from './joining-waits.ts';
export { recordRun } from './record.ts';
export { estimate, summariseStudy, type StudySubject } from './study.ts';
export { followRun } from './typical.ts';
export * from './emergency-types.ts';
export * from './types.ts';
