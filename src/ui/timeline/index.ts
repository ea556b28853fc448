export { RoundTimeline, type RoundTimelineProps } from './RoundTimeline.tsx';
export { cursorByKey, toMinute } from './view.ts';
