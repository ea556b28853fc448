import { Select } from '@mantine/core';
import { useMemo, useState, type ReactElement } from 'react';
import type { Playhead, Theme } from '../../charts/index.ts';
import type { CityPack } from '../../city/index.ts';
import type { Bilingual } from '../../units/index.ts';
import { useText } from '../kit/index.ts';
import {
  CityMap,
  createMapGroup,
  isMapLayer,
  LayerKey,
  layerName,
  layersOf,
  mapScales,
  type MapLayer,
  type MapScales,
  type PlaceRef,
} from '../map/index.ts';
import type { MappedPlan } from './DifferenceMap.tsx';

export interface TwoMapsProps {
  readonly city: CityPack;
  readonly a: MappedPlan;
  readonly b: MappedPlan;
  readonly names: Readonly<Record<'a' | 'b', Bilingual | string>>;
  readonly layer: MapLayer;
  readonly onLayer: (layer: MapLayer) => void;
  readonly clock: string;
  readonly playhead: Playhead;
  /** Hours that the words name. */
  readonly cursorHours: number;
  readonly theme: Theme;
  readonly fontSize: number;
}

/** One scale for both maps, so that a colour means the same in each. */
function sharedScales(a: MappedPlan, b: MappedPlan): MapScales {
  const [first, second] = [a, b].map(({ run, study }) => mapScales(run?.typical ?? null, study.sampledWithinDeadline.deadlineHours));
  return {
    waitMinutes: Math.max(first.waitMinutes, second.waitMinutes),
    queue: Math.max(first.queue, second.queue),
    deadlineHours: first.deadlineHours,
  };
}

/** The same run of both plans at the same instant, beside each other, under one key; a place that is selected in one is so in both. */
export function TwoMaps({ city, a, b, names, layer, onLayer, clock, playhead, cursorHours, theme, fontSize }: TwoMapsProps): ReactElement {
  const text = useText();
  const { t, pick } = text;
  const [selected, setSelected] = useState<PlaceRef | null>(null);
  const [group] = useState(createMapGroup);
  const scales = useMemo(() => sharedScales(a, b), [a, b]);
  const run = a.run?.typical.replication;
  return (
    <div className="two-maps">
      {(['a', 'b'] as const).map((side) => {
        const plan = side === 'a' ? a : b;
        const title = t('compare:maps.side', { side: side.toUpperCase(), name: pick(names[side]) });
        return (
          <figure key={side}>
            <figcaption>{title}</figcaption>
            <CityMap
              city={city}
              sites={plan.sites}
              labs={plan.labs}
              run={plan.run}
              legend={null}
              onSelect={setSelected}
              {...{ layer, title, group, scales, selected, playhead, clock, cursorHours, text, theme, fontSize }}
            />
          </figure>
        );
      })}
      <div className="two-maps-key">
        <div>
          <Select
            className="map-layer"
            size="xs"
            aria-label={t('map:layer.title')}
            data={layersOf(city.travel !== null).map((value) => ({ value, label: t(layerName(value)) }))}
            value={layer}
            onChange={(value) => value !== null && isMapLayer(value) && onLayer(value)}
            allowDeselect={false}
            withCheckIcon={false}
            comboboxProps={{ position: 'top-start', transitionProps: { duration: 0 } }}
          />
          <span>{t(`map:legend.${layer}`)}</span>
          <LayerKey {...{ layer, scales, text, theme }} />
        </div>
        <p className="soft">{run === undefined ? t('compare:maps.waiting') : t('compare:maps.note', { run: run + 1 })}</p>
      </div>
    </div>
  );
}
