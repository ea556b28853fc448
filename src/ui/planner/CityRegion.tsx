import { SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactElement } from 'react';
import { frameAt } from '../../charts/index.ts';
import { compileVariant } from '../../compile/index.ts';
import type { Pane } from '../../store/index.ts';
import { useText } from '../kit/index.ts';
import { CityMap, mapScales, type MapLayer } from '../map/index.ts';
import { PlaceDrawer } from './PlaceDrawer.tsx';
import { usePlanner } from './store-context.tsx';
import { useRootFont } from './use-root-font.ts';

/** The city at the cursor's hour, as map or as table; one selection for both. */
export function CityRegion({ theme }: { theme: 'light' | 'dark' }): ReactElement {
  const text = useText();
  const { t } = text;
  const city = usePlanner((state) => state.city);
  const planned = usePlanner((state) => state.plan.scenario);
  const answers = usePlanner((state) => state.answers);
  const cursorHours = usePlanner((state) => state.cursorHours);
  const selection = usePlanner((state) => state.selection);
  const select = usePlanner((state) => state.select);
  const pane = usePlanner((state) => state.pane);
  const setPane = usePlanner((state) => state.setPane);
  const [layer, setLayer] = useState<MapLayer>('state');
  const fontSize = useRootFont() * 0.875;

  const typical = answers?.typical ?? null;
  const shown = answers?.scenario ?? planned;
  const { sites, labs, settings } = useMemo(() => compileVariant(city, shown), [city, shown]);
  const frame = useMemo(
    () => (typical ? frameAt(typical, city, sites, cursorHours, settings['demand.participation']) : null),
    [typical, city, sites, cursorHours, settings],
  );
  const scales = useMemo(() => mapScales(typical), [typical]);
  return (
    <section className="city" aria-label={t('planner:map.region')}>
      <CityMap
        city={city}
        sites={sites}
        labs={labs}
        frame={frame}
        layer={layer}
        onLayer={setLayer}
        scales={scales}
        selected={selection}
        onSelect={select}
        clock={settings['order.clock']}
        cursorHours={cursorHours}
        text={text}
        theme={theme}
        fontSize={fontSize}
      />
      <SegmentedControl
        className="city-pane"
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
      {selection && <PlaceDrawer onClose={() => select(null)}>{null}</PlaceDrawer>}
    </section>
  );
}
