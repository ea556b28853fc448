export { HelpDesk, useHelp, type KeyGroup } from './HelpDesk.tsx';
