export {
  type PairedCounts,
  mean,
  meanHalfWidth,
  pairedShareInterval,
  sortedQuantile,
  studentQuantile975,
  wilsonInterval,
} from './intervals.ts';
