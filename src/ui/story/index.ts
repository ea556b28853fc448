export { siteFactsOf, type SiteFacts } from './facts.ts';
export { labStory } from './labStory.ts';
export { PlaceStory, type PlaceStoryProps } from './PlaceStory.tsx';
export { lateReasons, openHoursBefore, siteStory, type Story, type StoryInputs } from './siteStory.ts';
