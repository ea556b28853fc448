import { useMemo, useState, type ReactElement } from 'react';
import { paletteOf, type Playhead, type Theme } from '../../charts/index.ts';
import type { CityPack } from '../../city/index.ts';
import { haveSameSites } from '../../report/index.ts';
import { useText } from '../kit/index.ts';
import { CityMap, mapScales, paintValue, type MapTopic, type PlaceRef } from '../map/index.ts';
import { DifferenceKey } from './DifferenceKey.tsx';
import type { MappedPlan } from './DifferenceMap.tsx';
import { createProgress, progressClass, progressClassNames, progressCounts, progressScale, progressText } from './progress.ts';
import { paintSign } from './sign.ts';

interface ProgressMapProps {
  readonly city: CityPack;
  readonly a: MappedPlan;
  readonly b: MappedPlan;
  readonly clock: string;
  readonly playhead: Playhead;
  /** Hours that the words name. */
  readonly cursorHours: number;
  readonly theme: Theme;
  readonly fontSize: number;
}

/** How far every site is ahead in B at the playhead's hour, in one run of both plans: the difference as it comes about. */
export function ProgressMap({ city, a, b, clock, playhead, cursorHours, theme, fontSize }: ProgressMapProps): ReactElement {
  const text = useText();
  const { t } = text;
  const [selected, setSelected] = useState<PlaceRef | null>(null);
  const palette = paletteOf(theme);
  const scale = useMemo(() => progressScale(theme), [theme]);
  const progressAt = useMemo(
    () => (a.run && b.run && haveSameSites(a.sites, b.sites) ? createProgress(a.run, b.run, b.sites.length) : null),
    [a, b],
  );
  const topic = useMemo<MapTopic>(
    () => ({
      paintSite: (context, site, { x, y, radius }) => {
        const at = progressAt === null ? -1 : progressClass(scale, progressAt(playhead.hours), site);
        paintValue(context, x, y, radius, at < 0 ? null : scale.colors[at], palette);
        paintSign(context, x, y, radius, at, palette, 'more');
      },
      ground: null,
      words: ({ kind, index }) => {
        if (kind === 'lab') return t('compare:map.lab');
        return progressAt === null ? t('compare:map.unknown') : progressText(text, scale, progressAt(playhead.hours), index);
      },
    }),
    [progressAt, scale, palette, playhead, text, t],
  );
  const counts = progressAt === null ? [] : [progressCounts(text, scale, progressAt(cursorHours))];
  return (
    <CityMap
      city={city}
      sites={b.sites}
      labs={b.labs}
      run={b.run}
      layer="done"
      topic={topic}
      title={t('compare:now.title')}
      legend={
        <DifferenceKey
          {...{ scale, theme, counts }}
          title={t('compare:now.legend', { clock: text.format.clock(cursorHours, clock) })}
          names={progressClassNames(text)}
          sign="more"
          note={progressAt === null ? t('compare:map.unknown') : t('compare:now.legend.note')}
        />
      }
      scales={mapScales(null, b.study.sampledWithinDeadline.deadlineHours)}
      selected={selected}
      onSelect={setSelected}
      {...{ playhead, clock, cursorHours, text, theme, fontSize }}
    />
  );
}
