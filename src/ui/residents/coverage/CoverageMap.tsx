import { useMemo, type ReactElement } from 'react';
import type { TownshipCoverage } from '../../../published/index.ts';
import { PlaceMap, type Spot } from '../map/PlaceMap.tsx';
import { useCityMap } from '../map/use-city-map.ts';
import { usePage } from '../page-context.tsx';
import { spanWords } from '../spans.ts';
import { MEASURE_KEYS } from './measures.ts';
import { breaksOf, toneOf } from './tones.ts';

interface CoverageMapProps {
  readonly rows: readonly TownshipCoverage[];
  readonly township: number;
  readonly onTownship: (row: number) => void;
}

/** Townships by mean minutes: a colour, and the figure written on it wherever it fits; the list says the rest. */
export function CoverageMap({ rows, township, onTownship }: CoverageMapProps): ReactElement {
  const { published, text, asked } = usePage();
  const { t, pick, format } = text;
  const { measure } = asked;
  const { map, outlines } = useCityMap(published);
  const spots = useMemo(
    () =>
      rows.map(({ township: row, mean }): Spot => {
        const { name, at } = published.townships[row];
        return {
          row,
          at: map.point(at),
          name: t('residents:coverage.place', { township: pick(name), mean: spanWords(text, mean) }),
          label: format.number(mean),
          d: outlines[row],
          tone: toneOf(measure, mean),
        };
      }),
    [rows, published, map, outlines, text, t, pick, format, measure],
  );
  const [near, middle, far] = breaksOf(measure);
  return (
    <figure className="coverage-map">
      <PlaceMap
        label={t('residents:coverage.mapLabel', { measure: t(MEASURE_KEYS[measure]) })}
        box={map.box}
        ground={outlines}
        spots={spots}
        chosen={township}
        onChoose={onTownship}
      />
      <figcaption>
        <ul className="legend">
          {[
            ['0', t('residents:coverage.legendBelow', { to: near })],
            ['1', t('residents:coverage.legendBetween', { from: near, to: middle })],
            ['2', t('residents:coverage.legendBetween', { from: middle, to: far })],
            ['3', t('residents:coverage.legendAbove', { from: far })],
            ['none', t('residents:coverage.legendNone')],
          ].map(([tone, words]) => (
            <li key={tone}>
              <span className="legend-swatch" data-tone={tone} aria-hidden /> {words}
            </li>
          ))}
        </ul>
        <p className="hint">{t('residents:choose.schematic')}</p>
      </figcaption>
    </figure>
  );
}
