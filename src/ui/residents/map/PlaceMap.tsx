import { useId, useMemo, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { labelsThatFit, nextInDirection, shapedBox, type Box, type Point } from '../flat-map.ts';

/** Something on the map that can be chosen: an outline (`d`) or, without one, a point. */
export interface Spot {
  readonly row: number;
  readonly at: Point;
  /** Spoken name, with its figure where there is one. */
  readonly name: string;
  readonly label: string;
  readonly d?: string;
  /** Class of colour and pattern, as in the style sheet. */
  readonly tone?: string;
}

interface PlaceMapProps {
  readonly label: string;
  readonly box: Box;
  /** Outlines underneath that cannot be chosen. */
  readonly ground: readonly string[];
  readonly spots: readonly Spot[];
  readonly chosen?: number;
  readonly onChoose: (row: number) => void;
}

const RATIO = 1;
/** Type and marks as a share of the picture's width: 14 px on a phone. */
const TYPE = 0.041;
const LATIN_WIDTH = 0.56;
const widthOf = (label: string): number => Array.from(label).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? 1 : LATIN_WIDTH), 0);

/** One tab stop: arrows move to what lies that way, Enter chooses; a tap takes the outline, or the nearest point. */
export function PlaceMap({ label, box, ground, spots, chosen, onChoose }: PlaceMapProps): ReactElement {
  const id = useId();
  const [active, setActive] = useState(0);
  const frame = shapedBox(box, RATIO);
  const size = frame.width * TYPE;
  const current = Math.min(active, spots.length - 1);
  const labels = useMemo(
    () =>
      spots.map(({ at: [x, y], label: words, d }) => {
        const width = widthOf(words) * size * 1.05;
        const inside = Math.min(Math.max(x, frame.x + width / 2), frame.x + frame.width - width / 2);
        return { at: [inside, d === undefined ? y - size : y] as const, width, height: size * 1.3 };
      }),
    [spots, size, frame.x, frame.width],
  );
  const shown = useMemo(() => labelsThatFit(labels), [labels]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') onChoose(spots[current].row);
    else {
      const points = spots.map(({ at }) => at);
      const next = nextInDirection(points, current, event.key);
      if (next >= 0) setActive(next);
      else if (!event.key.startsWith('Arrow')) return;
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent<SVGSVGElement>): void => {
    const index = spotAt(event, spots);
    if (index < 0) return;
    setActive(index);
    onChoose(spots[index].row);
  };
  return (
    <svg
      className="map"
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${id}-${current}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {ground.map((d, i) => (
        <path key={i} d={d} className="map-ground" vectorEffect="non-scaling-stroke" />
      ))}
      {spots.map(({ row, at, name, d, tone }, i) => {
        const option = {
          id: `${id}-${i}`,
          role: 'option',
          'aria-label': name,
          'aria-selected': row === chosen,
          'data-active': i === current,
          'data-spot': i,
        } as const;
        return d === undefined ? (
          <circle key={row} {...option} className="map-point" cx={at[0]} cy={at[1]} r={size * 0.45} vectorEffect="non-scaling-stroke" />
        ) : (
          <path key={row} {...option} className="map-shape" data-tone={tone} d={d} vectorEffect="non-scaling-stroke" />
        );
      })}
      {spots.map(({ row, label: words }, i) =>
        shown[i] || i === current ? (
          <text
            key={row}
            className="map-label"
            data-active={i === current}
            aria-hidden
            x={labels[i].at[0]}
            y={labels[i].at[1] + size * 0.35}
            fontSize={size}
            strokeWidth={size * 0.25}
          >
            {words}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** Index of the outline under the pointer, or else of the nearest spot; −1 without a layout. */
function spotAt(event: MouseEvent<SVGSVGElement>, spots: readonly Spot[]): number {
  const hit = event.target instanceof SVGElement ? event.target.dataset.spot : undefined;
  if (hit !== undefined) return Number(hit);
  const matrix = event.currentTarget.getScreenCTM()?.inverse();
  if (!matrix) return -1;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  let nearest = -1;
  let least = Infinity;
  spots.forEach(({ at }, i) => {
    const apart = (at[0] - x) ** 2 + (at[1] - y) ** 2;
    if (apart < least) [nearest, least] = [i, apart];
  });
  return nearest;
}
