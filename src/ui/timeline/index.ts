export { RoundTimeline, type RoundTimelineProps } from './RoundTimeline.tsx';
export { hoursAtPixel, hoursOfPixels, type LaidTrack, type TrackScale } from './track.ts';
export { cursorByKey, toMinute } from './view.ts';
