/** Nearest place under a point, −1 when none is within `slack` pixels of its edge. Labs win over sites that they cover. */
export function placeUnder(
  xy: Float32Array,
  radii: Float32Array,
  siteCount: number,
  labRadius: number,
  x: number,
  y: number,
  slack: number,
): number {
  let best = -1;
  let bestAway = slack;
  for (let place = 0; place < xy.length / 2; place++) {
    const lab = place >= siteCount;
    const away = Math.hypot(xy[2 * place] - x, xy[2 * place + 1] - y) - (lab ? labRadius : radii[place]);
    if (away < bestAway || (lab && away <= 0)) {
      best = place;
      bestAway = Math.min(away, bestAway);
    }
  }
  return best;
}

const ARROWS: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The place that an arrow key leads to: near, and more ahead than aside; stays when nothing lies that way. */
export function placeTowards(key: string, xy: Float32Array, from: number): number {
  const arrow = ARROWS[key];
  if (arrow === undefined) return from;
  let best = from;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let place = 0; place < xy.length / 2; place++) {
    const dx = xy[2 * place] - xy[2 * from];
    const dy = xy[2 * place + 1] - xy[2 * from + 1];
    const ahead = dx * arrow[0] + dy * arrow[1];
    const aside = Math.abs(dx * arrow[1]) + Math.abs(dy * arrow[0]);
    if (place === from || ahead <= 0 || aside > ahead * 2) continue;
    const cost = ahead + 2 * aside;
    if (cost < bestCost) {
      best = place;
      bestCost = cost;
    }
  }
  return best;
}

export const isArrow = (key: string): boolean => key in ARROWS;

/** The place nearest to a point, where a first arrow key starts from. */
export function placeNearest(xy: Float32Array, x: number, y: number): number {
  let best = 0;
  for (let place = 1; place < xy.length / 2; place++) {
    if (Math.hypot(xy[2 * place] - x, xy[2 * place + 1] - y) < Math.hypot(xy[2 * best] - x, xy[2 * best + 1] - y)) best = place;
  }
  return best;
}
