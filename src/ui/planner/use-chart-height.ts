import { useMedia } from '../kit/index.ts';
import { usePlanner } from './store-context.tsx';

/** Room of the round's chart in rem; what lies under it on the same scale comes on top. */
const ROOM = { usual: 13, low: 9.6, phone: 18, presenting: 10.8 };

/** Height of the round's chart in rem: low screens give the map what the chart can spare, phones scroll. */
export function useChartHeight(phone: boolean): number {
  const low = useMedia('(max-height: 800px) and (min-width: 820px)');
  const presenting = usePlanner((state) => state.presenting);
  return phone ? ROOM.phone : presenting ? ROOM.presenting : low ? ROOM.low : ROOM.usual;
}
