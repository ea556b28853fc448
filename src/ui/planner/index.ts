export { PlannerPage } from './PlannerPage.tsx';
export { StartScreen } from './StartScreen.tsx';
export type { AmbulanceParts } from './EmergencyFace.tsx';
