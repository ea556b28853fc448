import type { ReactElement } from 'react';
import { paletteOf, type Theme } from '../../charts/index.ts';
import { GlyphIcon, paintValue } from '../map/index.ts';
import type { DifferenceScale } from './difference.ts';
import { paintSign, type BetterSign } from './sign.ts';

interface DifferenceKeyProps {
  readonly scale: DifferenceScale;
  readonly theme: Theme;
  /** How many places are sooner, the same, later; a line each. */
  readonly counts: readonly string[];
  readonly title: string;
  /** What each class is called. */
  readonly names: readonly string[];
  readonly sign: BetterSign;
  readonly note: string;
}

const ICON = 18;
const RADIUS = 6.5;

/** What the colours and signs of the difference map mean, and how many places fall on each side. */
export function DifferenceKey({ scale, theme, counts, title, names, sign, note }: DifferenceKeyProps): ReactElement {
  const palette = paletteOf(theme);
  return (
    <section className="map-legend" aria-label={title}>
      <p className="title">{title}</p>
      <ul className="map-states">
        {names.map((name, at) => (
          <li key={name}>
            <GlyphIcon
              size={ICON}
              paint={(context, middle) => {
                paintValue(context, middle, middle, RADIUS, scale.colors[at], palette);
                paintSign(context, middle, middle, RADIUS, at, palette, sign);
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
      <p className="soft">{note}</p>
    </section>
  );
}
