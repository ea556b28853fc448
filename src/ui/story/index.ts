export { courierStory } from './courierStory.ts';
export { siteFactsOf, type SiteFacts } from './facts.ts';
export { missingDesks } from './help.ts';
export { labStory } from './labStory.ts';
export { openHoursBefore } from './pace.ts';
export { PlaceStory, type PlaceStoryProps } from './PlaceStory.tsx';
export { lateReasons, siteStory } from './siteStory.ts';
export type { Borrowing, Help, Moment, Story, StoryInputs, StoryLink } from './story.ts';
export { townshipStory } from './townshipStory.ts';
