export { RoundTimeline, type RoundTimelineProps } from './RoundTimeline.tsx';
