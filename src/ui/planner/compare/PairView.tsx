import { SegmentedControl } from '@mantine/core';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { compareJsonText } from '../../../report/index.ts';
import { resolveSettings } from '../../../scenario/index.ts';
import type { Pair } from '../../../store/index.ts';
import type { Bilingual } from '../../../units/index.ts';
import { DifferenceMap, Findings, PairTimeline, ProgressMap, TwoMaps } from '../../compare/index.ts';
import { downloadText, ExportMenu, fileStem, type ExportSource } from '../../export/index.ts';
import { useSize, useText } from '../../kit/index.ts';
import { isMapLayer } from '../../map/index.ts';
import { PlaybackBar } from '../playback/PlaybackBar.tsx';
import { usePlanner } from '../store-context.tsx';
import { useRootFont } from '../use-root-font.ts';
import { useMappedPlan } from './use-mapped-plan.ts';
import { usePairEvents } from './use-pair-events.ts';

const VIEWS = ['map', 'now', 'maps', 'table'] as const;
type View = (typeof VIEWS)[number];

interface PairViewProps {
  readonly pair: Pair;
  readonly names: Readonly<Record<'a' | 'b', Bilingual | string>>;
  readonly theme: 'light' | 'dark';
  /** Another pair is asked for and on its way. */
  readonly stale: boolean;
}

/** A against B: words and figures, the difference on the map or both maps, and both over time under one cursor. */
export function PairView({ pair, names, theme, stale }: PairViewProps): ReactElement {
  const text = useText();
  const { t } = text;
  const city = usePlanner((state) => state.city);
  const cursorHours = usePlanner((state) => state.cursorHours);
  const setCursor = usePlanner((state) => state.setCursor);
  const playhead = usePlanner((state) => state.playhead);
  const mapLayer = usePlanner((state) => state.mapLayer);
  const setMapLayer = usePlanner((state) => state.setMapLayer);
  const [view, setView] = useState<View>('map');
  const picture = useRef<HTMLDivElement>(null);
  const [frame, size] = useSize();
  const fontSize = useRootFont() * 0.875;
  const { comparison, runs } = pair;
  const { plan: a } = useMappedPlan(city, pair.a, comparison.a, runs?.a ?? null);
  const { plan: b } = useMappedPlan(city, pair.b, comparison.b, runs?.b ?? null);
  const events = usePairEvents(pair);
  const clock = resolveSettings(pair.a, city).settings['order.clock'];
  const source = useMemo<ExportSource>(
    () => ({
      city: city.name,
      studies: [
        { name: names.a, study: comparison.a },
        { name: names.b, study: comparison.b },
      ],
    }),
    [city, names, comparison],
  );
  const endHours = Math.ceil(
    Math.max(...[comparison.a, comparison.b].map((study) => study.resultedFinish.p90 ?? study.hours[study.hours.length - 1])),
  );
  const shared = { city, a, b, clock, playhead, theme, fontSize };
  return (
    <>
      <div className="compare-words" data-stale={stale}>
        <Findings
          plans={{ city, a: pair.a, b: pair.b, comparison }}
          source={source}
          onJson={() => downloadText(`${fileStem(text, source, t('compare:screen.region'))}.json`, compareJsonText(comparison))}
        />
      </div>
      <div className="compare-picture" data-stale={stale}>
        <div className="compare-views">
          <SegmentedControl
            size="sm"
            aria-label={t('compare:screen.view')}
            value={view}
            onChange={(value) => setView(value as View)}
            data={VIEWS.map((value) => ({ value, label: t(`compare:view.${value}`) }))}
            transitionDuration={0}
          />
          <ExportMenu title={t(`compare:title.${view}`)} of={picture} theme={theme} source={source} svg={false} />
        </div>
        <div className="compare-canvas" ref={picture}>
          {view === 'maps' ? (
            <TwoMaps {...shared} {...{ names, cursorHours }} layer={isMapLayer(mapLayer) ? mapLayer : 'wait'} onLayer={setMapLayer} />
          ) : view === 'now' ? (
            <ProgressMap {...shared} cursorHours={cursorHours} />
          ) : (
            <DifferenceMap {...shared} source={source} pane={view} />
          )}
        </div>
      </div>
      <section className="compare-time" aria-label={t('planner:timeline.region')}>
        <PlaybackBar endHours={endHours} events={events} />
        <div className="compare-time-frame" ref={frame}>
          {size && size.width > 0 && (
            <PairTimeline
              {...{ comparison, source, clock, cursorHours, theme, fontSize }}
              onCursor={setCursor}
              width={size.width}
              height={size.height}
            />
          )}
        </div>
      </section>
    </>
  );
}
