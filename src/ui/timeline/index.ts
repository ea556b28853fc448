export { timelineSheet } from './laneSheet.ts';
export { roundLanes } from './lanes.ts';
export { RoundTimeline, type RoundTimelineProps } from './RoundTimeline.tsx';
export { hoursAtPixel, hoursOfPixels, type LaidTrack, type TrackScale } from './track.ts';
export { cursorByKey, toMinute } from './view.ts';
