export { editWords } from './editWords.ts';
export { planPlaces, type NamedPlace, type PlanPlaces } from './places.ts';
export { changeSentence, changeTitle, kindKey, spanWords, type ChangeWording } from './words.ts';
