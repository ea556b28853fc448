export { mean, meanHalfWidth, sortedQuantile, studentQuantile975, wilsonInterval } from './intervals.ts';
