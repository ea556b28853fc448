export { forgetfulStorage, type Remembered } from './remembered.ts';
export { ResidentsPage } from './ResidentsPage.tsx';
export { StartNotice } from './shell/StartNotice.tsx';
