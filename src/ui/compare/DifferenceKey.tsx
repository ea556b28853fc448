import type { ReactElement } from 'react';
import { paletteOf, type Theme } from '../../charts/index.ts';
import { useText } from '../kit/index.ts';
import { GlyphIcon, paintValue } from '../map/index.ts';
import { classNames, type DifferenceScale } from './difference.ts';
import { paintSign } from './sign.ts';

interface DifferenceKeyProps {
  readonly scale: DifferenceScale;
  readonly theme: Theme;
  /** How many places are sooner, the same, later; a line each. */
  readonly counts: readonly string[];
  readonly isByTownship: boolean;
}

const ICON = 18;
const RADIUS = 6.5;

/** What the colours and signs of the difference map mean, and how many places fall on each side. */
export function DifferenceKey({ scale, theme, counts, isByTownship }: DifferenceKeyProps): ReactElement {
  const text = useText();
  const { t } = text;
  const palette = paletteOf(theme);
  return (
    <section className="map-legend" aria-label={t('compare:screen.map')}>
      <p className="title">{t('compare:map.legend')}</p>
      <ul className="map-states">
        {classNames(text, scale).map((name, at) => (
          <li key={name}>
            <GlyphIcon
              size={ICON}
              paint={(context, middle) => {
                paintValue(context, middle, middle, RADIUS, scale.colors[at], palette);
                paintSign(context, middle, middle, RADIUS, at, palette);
              }}
            />
            {name}
          </li>
        ))}
      </ul>
      {counts.map((words) => (
        <p key={words} className="difference-count">
          {words}
        </p>
      ))}
      <p className="soft">{t(isByTownship ? 'compare:map.townshipsOnly' : 'compare:map.legend.note')}</p>
    </section>
  );
}
