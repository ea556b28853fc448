import { useMedia } from '../kit/index.ts';
import { usePlanner } from './store-context.tsx';

/** Room of the round's chart in rem, and rows of dated changes under it that are seen at once. */
export interface TimelineRoom {
  readonly phone: boolean;
  readonly chartRem: number;
  readonly rows: number;
}

/** What the timeline may take: low screens give the map what it can spare, phones scroll. */
export function useTimelineRoom(lanesShown: boolean): TimelineRoom {
  const phone = useMedia('(max-width: 819px)');
  const low = useMedia('(max-height: 800px)');
  const presenting = usePlanner((state) => state.presenting);
  if (phone) return { phone, chartRem: 18, rows: 6 };
  const chartRem = low ? (lanesShown ? 8.4 : 9.6) : lanesShown ? 10.6 : presenting ? 10.8 : 13;
  return { phone, chartRem, rows: low || presenting || lanesShown ? 2 : 4 };
}
