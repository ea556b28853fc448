import { SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { memo, useMemo, type ReactElement } from 'react';
import type { Pane } from '../../store/index.ts';
import { useSize, useText } from '../kit/index.ts';
import { CityMap, isMapLayer, overlaysOf, PlacesTable } from '../map/index.ts';
import { CityDrawer } from './CityDrawer.tsx';
import { usePlanner } from './store-context.tsx';
import { useCityRun } from './use-city-run.ts';
import { useRootFont } from './use-root-font.ts';
import type { ShownCity } from './use-shown-city.ts';

const STORY_REM = 22;

/** Map, table, or the last 1 %. Kept from following the cursor, frame by frame. */
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
      data={(['map', 'table', 'last'] as const).map((value) => ({ value, label: t(`planner:map.${value}`) }))}
      transitionDuration={0}
    />
  );
});

/** The city at the cursor's hour, as map or as table with one selection for both, and the story of what is selected. */
export const CityRegion = memo(function CityRegion({ theme, shown }: { theme: 'light' | 'dark'; shown: ShownCity }): ReactElement {
  const { picture, compiled, labs } = shown;
  const text = useText();
  const city = usePlanner((state) => state.city);
  const cursorHours = usePlanner((state) => state.cursorHours);
  const selected = usePlanner((state) => state.selection);
  const onSelect = usePlanner((state) => state.select);
  const pane = usePlanner((state) => state.pane);
  const setPane = usePlanner((state) => state.setPane);
  const mapLayer = usePlanner((state) => state.mapLayer);
  const setMapLayer = usePlanner((state) => state.setMapLayer);
  const overlayNames = usePlanner((state) => state.mapOverlays);
  const setMapOverlays = usePlanner((state) => state.setMapOverlays);
  const overlays = useMemo(() => overlaysOf(overlayNames), [overlayNames]);
  const playhead = usePlanner((state) => state.playhead);
  const presenting = usePlanner((state) => state.presenting);
  const rem = useRootFont();
  const [frame, size] = useSize();
  const { run, facts, scales, nights } = useCityRun(shown);
  useHotkeys([['Escape', () => (selected !== null || pane !== 'last' ? onSelect(null) : setPane('map'))]]);

  const label = text.t('planner:map.region');
  if (!compiled || !facts) return <section className="city" aria-label={label} />;
  const clock = compiled.settings['order.clock'];
  const shared = { city, sites: compiled.sites, labs, clock, cursorHours, selected, onSelect, text, theme, fontSize: rem * 0.875 };
  const width = Math.min(STORY_REM * rem, size?.width ?? Infinity);
  const hasDrawer = run !== null && (selected !== null || (pane === 'last' && !presenting));
  return (
    <section className="city" data-pane={pane === 'table' && !presenting ? 'table' : 'map'} ref={frame} aria-label={label}>
      {!presenting && (
        <div className="city-pane">
          <PaneSwitch />
        </div>
      )}
      {pane === 'table' && picture && !presenting ? (
        <PlacesTable {...shared} study={picture.study} typical={picture.typical} run={run} facts={facts} />
      ) : (
        <CityMap
          {...shared}
          {...{ run, playhead, scales, overlays }}
          layer={isMapLayer(mapLayer) ? mapLayer : 'wait'}
          {...(presenting ? {} : { onLayer: setMapLayer, onOverlays: setMapOverlays })}
          coveredRight={hasDrawer ? width + rem : 0}
        />
      )}
      {hasDrawer && <CityDrawer {...{ run, facts, nights, compiled, labs, theme, width }} />}
    </section>
  );
});
