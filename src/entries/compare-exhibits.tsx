import { useMemo, useState, type ReactElement } from 'react';
import { pairFixture } from '../../tests/builders/pair.ts';
import type { CityPack, PlannedSite } from '../city/index.ts';
import { createPlayhead, type Theme } from '../charts/index.ts';
import { findPreset } from '../scenario/index.ts';
import { DifferenceMap, Findings, PairTimeline, PlansTable, ProgressMap, TwoMaps, type MappedPlan } from '../ui/compare/index.ts';
import type { ExportSource } from '../ui/export/index.ts';
import { createCityRun, type MapLayer } from '../ui/map/index.ts';

const NAMES = { a: { zh: '按原文', en: 'As stated' }, b: { zh: '按原文 · 加倍', en: 'As stated · doubled' } } as const;

interface CompareExhibitsProps {
  readonly city: CityPack;
  readonly sites: readonly PlannedSite[];
  readonly hours: number;
  readonly height: string;
  readonly theme: Theme;
  readonly fontSize: number;
  /** The frame of one exhibit. */
  readonly frame: (id: string, content: (width: number) => ReactElement) => ReactElement;
}

/** Every picture of the comparison on fixed data. */
export function CompareExhibits({ city, sites, hours, height, theme, fontSize, frame }: CompareExhibitsProps): ReactElement {
  const { a, b, comparison } = useMemo(() => pairFixture({ city, sites }), [city, sites]);
  const [cursorHours, setCursor] = useState(hours);
  const [layer, setLayer] = useState<MapLayer>('wait');
  const [playhead] = useState(() => createPlayhead(hours));
  const mapped = useMemo(
    () =>
      [a, b].map(({ typical, facts, study }): MappedPlan => {
        const run = createCityRun({ city, sites, study, typical, desks: facts.desks, input: null });
        return { sites, labs: city.labs, study, run };
      }),
    [a, b, city, sites],
  );
  const source: ExportSource = {
    city: city.name,
    studies: [
      { name: NAMES.a, study: comparison.a },
      { name: NAMES.b, study: comparison.b },
    ],
  };
  const onCursor = (next: number): void => {
    playhead.moveTo(next);
    setCursor(next);
  };
  const plan = findPreset('as-stated')!;
  const shared = { city, a: mapped[0], b: mapped[1], clock: '08:00', playhead, theme, fontSize };
  const nothing = (): void => undefined;
  return (
    <>
      {frame('findings', () => (
        <Findings plans={{ city, a: plan, b: findPreset('reading-a') ?? plan, comparison }} source={source} onJson={nothing} />
      ))}
      {frame('pair-timeline', (width) => (
        <PairTimeline {...{ comparison, source, cursorHours, onCursor, width, theme, fontSize }} clock="08:00" height={220} />
      ))}
      {frame('difference-map', () => (
        <div style={{ height }}>
          <DifferenceMap {...shared} source={source} pane="map" />
        </div>
      ))}
      {frame('difference-table', () => (
        <div style={{ height }}>
          <DifferenceMap {...shared} source={source} pane="table" />
        </div>
      ))}
      {frame('progress-map', () => (
        <div style={{ height }}>
          <ProgressMap {...shared} cursorHours={cursorHours} />
        </div>
      ))}
      {frame('two-maps', () => (
        <div style={{ height }}>
          <TwoMaps {...shared} {...{ layer, cursorHours }} names={NAMES} onLayer={setLayer} />
        </div>
      ))}
      {frame('plans', () => (
        <PlansTable
          plans={[
            { id: 'a', name: NAMES.a, study: comparison.a },
            { id: 'b', name: NAMES.b, study: comparison.b },
            { id: null, name: { zh: '当前方案', en: 'Current plan' }, study: { ...comparison.b, seed: 9 } },
          ]}
          source={source}
          clock="08:00"
          theme={theme}
          onRename={nothing}
          onDelete={nothing}
          onTake={nothing}
        />
      ))}
    </>
  );
}
