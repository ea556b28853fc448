export { advanceSiteByEvents } from './site.ts';
export { createWorkplace, type Workplace } from './workplace.ts';
