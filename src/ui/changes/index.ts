export { changeTrack } from './ChangeTrack.tsx';
export { stillTrack } from './StillTrack.tsx';
export { ChangeTools } from './ChangeTools.tsx';
export { useChangeDesk, type ChangeDesk, type ChangeEdits } from './desk.ts';
export { editWords } from './editWords.ts';
export { planPlaces, type NamedPlace, type PlanPlaces } from './places.ts';
export type { ReadyFacts } from './readyKinds.ts';
export { changeSentence, changeTitle, kindKey, spanWords, type ChangeWording } from './words.ts';
