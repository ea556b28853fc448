import { createElement, Fragment, useMemo } from 'react';
import type { CityPack } from '../../city/index.ts';
import type { Text } from '../../text/index.ts';
import { changeTrack, planPlaces, stillTrack, type ChangeDesk, type ChangeWording } from '../changes/index.ts';
import { useText } from '../kit/index.ts';
import type { LaidTrack, TrackScale } from '../timeline/index.ts';
import { useStagedRuns, type StagedRun } from './presentation/use-beside.ts';
import { settingsIn, usePlanner } from './store-context.tsx';
import type { TimelineRoom } from './use-timeline-room.ts';

type Track = (scale: TrackScale) => LaidTrack;

/** Words about a run's own places, which need not be those of the plan being edited. */
function wordingOf({ run }: StagedRun, city: CityPack, text: Text): ChangeWording | null {
  if (run === null) return null;
  const { settings } = settingsIn(run.scenario, city);
  return { text, clock: settings['order.clock'], places: planPlaces(settings, city) };
}

/** The dated changes of a run that is shown or compared with, not edited. */
function useStillTrack(staged: StagedRun | null): Track | null {
  const text = useText();
  const city = usePlanner((state) => state.city);
  return useMemo(() => {
    const wording = staged && wordingOf(staged, city, text);
    if (!staged?.run || !wording) return null;
    return stillTrack(staged.run.scenario.changes, wording, text.t('changes:track.of', { name: text.pick(staged.name) }));
  }, [staged, city, text]);
}

function under(above: Track, below: Track | null): Track {
  if (below === null) return above;
  return (scale) => {
    const [first, second] = [above(scale), below(scale)];
    return { height: first.height + second.height, node: createElement(Fragment, null, first.node, second.node) };
  };
}

/** What lies under the chart: the plan's changes to be edited, or those of the pinned run on show; in a presentation the compared run's too. */
export function useTrack(desk: ChangeDesk, room: TimelineRoom, cursorNow: () => number): Track {
  const presenting = usePlanner((state) => state.presenting);
  const { shown, beside } = useStagedRuns();
  const shownStill = useStillTrack(shown.pin === null ? null : shown);
  const besideStill = useStillTrack(presenting ? beside : null);
  return under(shownStill ?? changeTrack(desk, room, cursorNow), besideStill);
}
