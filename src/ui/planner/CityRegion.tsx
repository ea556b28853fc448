import { SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { memo, useMemo, type ReactElement } from 'react';
import { nightsOf } from '../../charts/index.ts';
import type { Change } from '../../scenario/index.ts';
import type { Pane } from '../../store/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import { useText } from '../kit/index.ts';
import { CityMap, createCityRun, isMapLayer, mapScales, overlaysOf, PlacesTable } from '../map/index.ts';
import { PlaceStory, siteFactsOf } from '../story/index.ts';
import { usePlanner } from './store-context.tsx';
import { useRootFont } from './use-root-font.ts';
import type { ShownCity } from './use-shown-city.ts';

const STORY_REM = 22;

/** Map or table. Kept from following the cursor, frame by frame. */
const PaneSwitch = memo(function PaneSwitch(): ReactElement {
  const { t } = useText();
  const pane = usePlanner((state) => state.pane);
  const setPane = usePlanner((state) => state.setPane);
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('planner:map.pane')}
      value={pane}
      onChange={(value) => setPane(value as Pane)}
      data={[
        { value: 'map', label: t('planner:map.map') },
        { value: 'table', label: t('planner:map.table') },
      ]}
      transitionDuration={0}
    />
  );
});

/** The city at the cursor's hour, as map or as table with one selection for both, and the story of what is selected. */
export function CityRegion({ theme, shown: { picture, compiled, labs } }: { theme: 'light' | 'dark'; shown: ShownCity }): ReactElement {
  const text = useText();
  const { t } = text;
  const city = usePlanner((state) => state.city);
  const cursorHours = usePlanner((state) => state.cursorHours);
  const selected = usePlanner((state) => state.selection);
  const onSelect = usePlanner((state) => state.select);
  const pane = usePlanner((state) => state.pane);
  const mapLayer = usePlanner((state) => state.mapLayer);
  const setMapLayer = usePlanner((state) => state.setMapLayer);
  const overlayNames = usePlanner((state) => state.mapOverlays);
  const setMapOverlays = usePlanner((state) => state.setMapOverlays);
  const overlays = useMemo(() => overlaysOf(overlayNames), [overlayNames]);
  const playhead = usePlanner((state) => state.playhead);
  const setCursor = usePlanner((state) => state.setCursor);
  const addChange = usePlanner((state) => state.addChange);
  const presenting = usePlanner((state) => state.presenting);
  const tryChange = (change: Change): void => void addChange(change);
  const rem = useRootFont();
  useHotkeys([['Escape', () => onSelect(null)]]);

  const typical = picture?.typical ?? null;
  const deadlineHours = picture?.study.sampledWithinDeadline.deadlineHours;
  const scales = useMemo(() => mapScales(typical, deadlineHours), [typical, deadlineHours]);
  const nights = useMemo(() => (typical ? nightsOf(typical) : []), [typical]);
  const facts = useMemo(() => compiled && siteFactsOf(compiled), [compiled]);
  const run = useMemo(() => {
    if (!picture || !compiled || !facts) return null;
    const { study, typical } = picture;
    return createCityRun({
      city,
      sites: compiled.sites,
      study,
      typical,
      desks: facts.desks,
      input: compiled.input,
      anchors: compiled.anchors,
    });
  }, [picture, compiled, facts, city]);
  if (!compiled || !facts) return <section className="city" aria-label={t('planner:map.region')} />;
  const { sites, settings, input } = compiled;
  const clock = settings['order.clock'];
  const shared = { city, sites, labs, clock, cursorHours, selected, onSelect, text, theme, fontSize: rem * 0.875 };
  return (
    <section className="city" data-pane={pane} aria-label={t('planner:map.region')}>
      <div className="city-pane">
        <PaneSwitch />
      </div>
      {pane === 'table' && picture ? (
        <PlacesTable {...shared} study={picture.study} typical={typical} run={run} facts={facts} />
      ) : (
        <CityMap
          {...shared}
          {...{ run, playhead, scales }}
          layer={isMapLayer(mapLayer) ? mapLayer : 'wait'}
          onLayer={setMapLayer}
          overlays={overlays}
          onOverlays={setMapOverlays}
          coveredRight={selected && picture ? (STORY_REM + 1) * rem : 0}
        />
      )}
      {selected && picture && (
        <div className="place-drawer" key={`${selected.kind} ${selected.index}`} role="group" aria-label={t('planner:place.region')}>
          <PlaceStory
            {...shared}
            place={selected}
            study={picture.study}
            typical={picture.typical}
            facts={facts}
            nights={nights}
            windowEndHours={input.demand.windowEnd / TICKS_PER_HOUR}
            width={STORY_REM * rem}
            run={run}
            borrowing={{ readyAfterHours: settings['lab.borrowedFromHours'], travelMinutes: settings['lab.borrowedTravelMinutes'] }}
            onClose={() => onSelect(null)}
            onSeek={setCursor}
            {...(presenting ? {} : { onTry: tryChange })}
          />
        </div>
      )}
    </section>
  );
}
