import { swapped, valueAt } from './issues.ts';
import { MOST_POINTS, MOST_ROWS } from './limits.ts';
import { MOST_PROBLEMS, problemOf, type PathPart, type Problem } from './problems.ts';

const ALLOWED = '[−180…180, −90…90]';
const FEWEST_RING_POINTS = 4;

/** Too many rows anywhere: said before any row is looked at. */
export function checkRowCounts(json: unknown): Problem[] {
  return Object.entries(MOST_ROWS).flatMap(([list, most]) => {
    const rows = valueAt(json, [list]);
    if (!Array.isArray(rows) || rows.length <= most) return [];
    return problemOf('range', {
      path: [list],
      value: rows,
      allowed: `≤ ${most}`,
      message: { zh: `最多 ${most} 项`, en: `must be at most ${most} entries` },
      cure: { zh: '减少行数', en: 'leave some out' },
    });
  });
}

/** Walks every outline once and stops at the 50th problem; the schema library would take seconds over a million points. */
class OutlineReader {
  readonly problems: Problem[] = [];
  private points = 0;

  get isFull(): boolean {
    return this.problems.length >= MOST_PROBLEMS || this.points > MOST_POINTS;
  }

  private wrong(path: PathPart[], value: unknown, allowed: string): void {
    this.problems.push(
      problemOf('outline', {
        path,
        value,
        allowed,
        message: { zh: '不是 GeoJSON 面', en: 'is no GeoJSON polygon' },
        cure: { zh: '用 Polygon 或 MultiPolygon，坐标为经度、纬度', en: 'give a Polygon or MultiPolygon of longitudes and latitudes' },
      }),
    );
  }

  outline(value: unknown, path: PathPart[]): void {
    const type = valueAt(value, ['type']);
    const coordinates = valueAt(value, ['coordinates']);
    const fields = value !== null && typeof value === 'object' ? Object.keys(value).length : 0;
    if (!Array.isArray(coordinates) || fields !== 2 || (type !== 'Polygon' && type !== 'MultiPolygon')) {
      return this.wrong(path, value, 'Polygon, MultiPolygon');
    }
    if (type === 'Polygon') return this.polygon(coordinates, [...path, 'coordinates']);
    coordinates.forEach((part, i) => this.polygon(part, [...path, 'coordinates', i]));
  }

  private polygon(rings: unknown, path: PathPart[]): void {
    if (this.isFull) return;
    if (!Array.isArray(rings) || rings.length === 0) return this.wrong(path, rings, '≥ 1');
    rings.forEach((ring, i) => this.ring(ring, [...path, i]));
  }

  private ring(ring: unknown, path: PathPart[]): void {
    if (this.isFull) return;
    if (!Array.isArray(ring) || ring.length < FEWEST_RING_POINTS) return this.wrong(path, ring, `≥ ${FEWEST_RING_POINTS}`);
    this.points += ring.length;
    if (this.points > MOST_POINTS) {
      this.problems.push(
        problemOf('range', {
          path,
          value: this.points,
          allowed: `≤ ${MOST_POINTS}`,
          message: { zh: `边界点太多，全包最多 ${MOST_POINTS} 个`, en: `too many outline points, ${MOST_POINTS} at most in a pack` },
          cure: { zh: '简化边界', en: 'simplify the outlines' },
        }),
      );
      return;
    }
    for (let i = 0; i < ring.length && !this.isFull; i++) this.point(ring[i], path, i);
  }

  private point(point: unknown, path: PathPart[], index: number): void {
    if (Array.isArray(point) && point.length === 2) {
      const [lng, lat] = point as unknown[];
      if (typeof lng === 'number' && typeof lat === 'number') {
        if (lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90) return;
        if (Math.abs(lng) <= 90 && Math.abs(lat) <= 180) {
          this.problems.push(problemOf('swapped', { path: [...path, index], value: `[${lng}, ${lat}]`, allowed: ALLOWED, ...swapped }));
          return;
        }
      }
    }
    this.wrong([...path, index], Array.isArray(point) ? `[${point.slice(0, 3).map(String).join(', ')}]` : point, ALLOWED);
  }
}

/** Outlines of districts, townships and water that are no polygons, with their places. */
export function checkOutlines(json: unknown): Problem[] {
  const reader = new OutlineReader();
  for (const list of ['districts', 'townships', 'water']) {
    const rows = valueAt(json, [list]);
    if (!Array.isArray(rows)) continue;
    rows.forEach((row, i) => {
      if (row !== null && typeof row === 'object' && !reader.isFull) reader.outline(valueAt(row, ['outline']), [list, i, 'outline']);
    });
  }
  return reader.problems;
}
