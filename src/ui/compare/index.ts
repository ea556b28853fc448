import './compare.css';

export { countWords, differenceClass, differenceScale, differenceText } from './difference.ts';
export { DifferenceMap, type DifferenceMapProps, type MappedPlan } from './DifferenceMap.tsx';
export { Findings } from './Findings.tsx';
export { PairTimeline } from './PairTimeline.tsx';
export { PlansTable, type ListedPlan, type PlansTableProps } from './PlansTable.tsx';
export { ProgressMap } from './ProgressMap.tsx';
export { TwoMaps, type TwoMapsProps } from './TwoMaps.tsx';
