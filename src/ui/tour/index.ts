export { HelpDesk, useHelp } from './HelpDesk.tsx';
export type { KeyGroup } from './keys.ts';
