import type { LngLat } from '../../units/index.ts';

/** Units of a drawing to one degree of latitude. */
const UNITS = 1_000;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** A flat drawing of a city: degrees of longitude narrowed at its middle latitude, north up. */
export interface FlatMap {
  readonly box: Box;
  point(at: LngLat): Point;
}

export function createFlatMap(points: readonly LngLat[]): FlatMap {
  const lats = points.map(([, lat]) => lat);
  const middle = (Math.min(...lats) + Math.max(...lats)) / 2;
  const narrowing = Math.cos((middle * Math.PI) / 180);
  const point = ([lng, lat]: LngLat): Point => [lng * narrowing * UNITS, -lat * UNITS];
  return { box: boxOf(points.map(point)), point };
}

/** The box round some points of a drawing, with a margin of a share of its longer side. */
export function boxOf(points: readonly Point[], margin = 0): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const room = Math.max(width, height) * margin;
  return { x: left - room, y: top - room, width: width + 2 * room, height: height + 2 * room };
}

/** The same middle, grown to be `ratio` times as wide as high. */
export function shapedBox({ x, y, width, height }: Box, ratio: number): Box {
  const wide = Math.max(width, height * ratio);
  const high = wide / ratio;
  return { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high };
}

/** Rings as the `d` of a path. */
export const pathOf = (map: FlatMap, rings: readonly (readonly LngLat[])[]): string =>
  rings
    .map((ring) =>
      ring
        .map((at, i) => {
          const [x, y] = map.point(at);
          return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
        })
        .join(''),
    )
    .map((ring) => `${ring}Z`)
    .join('');

const DIRECTIONS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Row of the point that lies next in an arrow's direction: within its quarter turn, the nearest; where there is none, the nearest of the
 * half plane. −1 for other keys and at the edge.
 */
export function nextInDirection(points: readonly Point[], from: number, key: string): number {
  const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : null;
  if (direction === null) return -1;
  let nearest = -1;
  let least = Infinity;
  points.forEach(([x, y], row) => {
    const [dx, dy] = [x - points[from][0], y - points[from][1]];
    const along = dx * direction[0] + dy * direction[1];
    const across = Math.abs(dx * direction[1] - dy * direction[0]);
    if (row === from || along <= 0) return;
    // Outside of the quarter turn a point counts as very far, so that it serves only when nothing else lies that way.
    const way = Math.hypot(along, across) * (across > along ? 1_000 : 1);
    if (way < least) [nearest, least] = [row, way];
  });
  return nearest;
}

/** Which of the labels (in drawing units, in order of weight) fit without covering an earlier one. */
export function labelsThatFit(labels: readonly { readonly at: Point; readonly width: number; readonly height: number }[]): boolean[] {
  const kept: Box[] = [];
  return labels.map(({ at: [x, y], width, height }) => {
    const box = { x: x - width / 2, y: y - height / 2, width, height };
    const isFree = kept.every(
      (other) =>
        box.x + box.width <= other.x || other.x + other.width <= box.x || box.y + box.height <= other.y || other.y + other.height <= box.y,
    );
    if (isFree) kept.push(box);
    return isFree;
  });
}
