export { PlannerPage } from './PlannerPage.tsx';
export { StartScreen } from './StartScreen.tsx';
