export { exp, ln, normalQuantile, power } from './mathematics.ts';
export { CITY_PLACE, createStream, hashWords, nextUint32, nextUnit, PURPOSE, seedStream, type Purpose, type Stream } from './stream.ts';
export {
  drawLognormalFactor,
  exponentialQuantile,
  fromTable,
  lognormalFactor,
  QUANTILE_CELLS,
  tableMean,
  tabulate,
  tabulateMean,
  tabulateTail,
  triangularQuantile,
  type QuantileTable,
} from './distributions.ts';
export { drawExponential, fillFromTable, fillSpacings, gapScale, nextGap } from './fills.ts';
