import { useMemo, useState, type ReactElement } from 'react';
import { paletteOf, type Playhead, type Theme } from '../../charts/index.ts';
import type { CityPack, Lab, PlannedSite } from '../../city/index.ts';
import { placeDifferenceSheet, placeDifferences } from '../../report/index.ts';
import type { Study } from '../../results/index.ts';
import { SheetTable, type ExportSource } from '../export/index.ts';
import { useText } from '../kit/index.ts';
import { CityMap, mapScales, paintOutline, paintValue, type CityRun, type MapTopic, type PlaceRef } from '../map/index.ts';
import { classNames, countWords, differenceClass, differenceScale, differenceText, EVEN_CLASS } from './difference.ts';
import { DifferenceKey } from './DifferenceKey.tsx';
import { paintSign } from './sign.ts';

/** One plan of a pair as the maps show it. */
export interface MappedPlan {
  readonly sites: readonly PlannedSite[];
  readonly labs: readonly Lab[];
  readonly study: Study;
  /** Its run in detail; null until it is there. */
  readonly run: CityRun | null;
}

export interface DifferenceMapProps {
  readonly city: CityPack;
  readonly a: MappedPlan;
  readonly b: MappedPlan;
  readonly source: ExportSource;
  readonly pane: 'map' | 'table';
  readonly clock: string;
  readonly playhead: Playhead;
  readonly theme: Theme;
  readonly fontSize: number;
}

/** By how much every site is done sooner or later in B; townships where the plans have different sites. As a map, or as a table. */
export function DifferenceMap({ city, a, b, source, pane, clock, playhead, theme, fontSize }: DifferenceMapProps): ReactElement {
  const text = useText();
  const { t } = text;
  const [selected, setSelected] = useState<PlaceRef | null>(null);
  const differences = useMemo(() => placeDifferences(city, a, b), [city, a, b]);
  const scale = useMemo(() => differenceScale(differences, theme), [differences, theme]);
  const palette = paletteOf(theme);
  const row = useMemo(() => new Map(city.townships.map(({ id }, index) => [id, index])), [city]);
  const topic = useMemo<MapTopic>(() => {
    const ofSite = (site: number) => {
      const township = row.get(b.sites[site].townshipId);
      return differences.sites?.[site] ?? (township === undefined ? null : differences.townships[township]);
    };
    const colors = [...scale.colors];
    return {
      paintSite: (context, site, { x, y, radius }) => {
        if (differences.sites === null) {
          paintOutline(context, x, y, 1.8, palette);
          return;
        }
        const at = differenceClass(scale, differences.sites[site].hours);
        paintValue(context, x, y, radius, at < 0 ? null : colors[at], palette);
        paintSign(context, x, y, radius, at, palette, 'less');
      },
      ground:
        differences.sites === null
          ? { classes: Int8Array.from(differences.townships, ({ hours }) => differenceClass(scale, hours)), colors }
          : null,
      words: ({ kind, index }) => {
        if (kind === 'lab') return t('compare:map.lab');
        const difference = ofSite(index);
        return difference === null ? t('compare:map.unknown') : differenceText(text, scale, difference, clock);
      },
    };
  }, [differences, scale, palette, row, b.sites, clock, text, t]);
  const counts = [
    ...(differences.sites ? [t('compare:map.countSites', { words: countWords(text, scale, differences.sites) })] : []),
    ...(city.townships.length > 0 ? [t('compare:map.countTownships', { words: countWords(text, scale, differences.townships) })] : []),
  ];
  const isEven = (differences.sites ?? differences.townships).every(({ hours }) =>
    [-1, EVEN_CLASS].includes(differenceClass(scale, hours)),
  );
  const note = isEven ? t('compare:map.nothing') : t(differences.sites === null ? 'compare:map.townshipsOnly' : 'compare:map.legend.note');
  const sheet = useMemo(() => placeDifferenceSheet(text, city, b.sites, differences), [text, city, b.sites, differences]);
  if (pane === 'table')
    return (
      <div className="difference-table">
        <SheetTable sheet={sheet} source={source} fontSize={fontSize} />
      </div>
    );
  return (
    <CityMap
      city={city}
      sites={b.sites}
      labs={b.labs}
      run={b.run}
      layer="finish"
      topic={topic}
      title={t('compare:screen.map')}
      legend={
        <DifferenceKey
          {...{ scale, theme, counts }}
          title={t('compare:map.legend')}
          names={classNames(text, scale)}
          sign="less"
          note={note}
        />
      }
      scales={mapScales(null, b.study.sampledWithinDeadline.deadlineHours)}
      selected={selected}
      onSelect={setSelected}
      cursorHours={0}
      {...{ playhead, clock, text, theme, fontSize }}
    />
  );
}
