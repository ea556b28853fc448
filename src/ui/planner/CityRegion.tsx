import { SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { memo, useMemo, useState, type ReactElement } from 'react';
import { frameAt, nightsOf } from '../../charts/index.ts';
import type { Pane } from '../../store/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import { useText } from '../kit/index.ts';
import { CityMap, mapScales, PlacesTable, type MapLayer } from '../map/index.ts';
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
export function CityRegion({ theme, shown: { picture, compiled } }: { theme: 'light' | 'dark'; shown: ShownCity }): ReactElement {
  const text = useText();
  const { t } = text;
  const city = usePlanner((state) => state.city);
  const cursorHours = usePlanner((state) => state.cursorHours);
  const selected = usePlanner((state) => state.selection);
  const onSelect = usePlanner((state) => state.select);
  const pane = usePlanner((state) => state.pane);
  const [layer, setLayer] = useState<MapLayer>('wait');
  const rem = useRootFont();
  useHotkeys([['Escape', () => onSelect(null)]]);

  const typical = picture?.typical ?? null;
  const scales = useMemo(() => mapScales(typical), [typical]);
  const nights = useMemo(() => (typical ? nightsOf(typical) : []), [typical]);
  const facts = useMemo(() => compiled && siteFactsOf(compiled), [compiled]);
  const frame = useMemo(
    () => (typical && compiled ? frameAt(typical, city, compiled.sites, cursorHours, compiled.settings['demand.participation']) : null),
    [typical, city, compiled, cursorHours],
  );
  if (!compiled || !facts) return <section className="city" aria-label={t('planner:map.region')} />;
  const { sites, labs, settings, input } = compiled;
  const clock = settings['order.clock'];
  const shared = { city, sites, labs, clock, cursorHours, selected, onSelect, text, theme, fontSize: rem * 0.875 };
  return (
    <section className="city" data-pane={pane} aria-label={t('planner:map.region')}>
      <div className="city-pane">
        <PaneSwitch />
      </div>
      {pane === 'table' && picture ? (
        <PlacesTable {...shared} study={picture.study} typical={typical} facts={facts} />
      ) : (
        <CityMap
          {...shared}
          frame={frame}
          layer={layer}
          onLayer={setLayer}
          scales={scales}
          coveredRight={selected && picture ? (STORY_REM + 1) * rem : 0}
        />
      )}
      {selected && picture && (
        <div className="place-drawer" role="group" aria-label={t('planner:place.region')}>
          <PlaceStory
            {...shared}
            place={selected}
            study={picture.study}
            typical={picture.typical}
            facts={facts}
            nights={nights}
            windowEndHours={input.demand.windowEnd / TICKS_PER_HOUR}
            width={STORY_REM * rem}
            onClose={() => onSelect(null)}
          />
        </div>
      )}
    </section>
  );
}
