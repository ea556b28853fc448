import { textWidth } from '../../charts/index.ts';

export interface LabelWish {
  readonly words: string;
  /** Pixels: the point that is named. */
  readonly x: number;
  readonly y: number;
  /** Larger is placed first. */
  readonly weight: number;
}

/** Middle of a label relative to its point; null where no free place was found. */
export type LabelOffset = readonly [dx: number, dy: number] | null;

/** What a layout of names depends on. */
export interface LabelScene {
  readonly wishes: readonly LabelWish[];
  readonly discs: Float32Array;
  readonly radii: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly magnification: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const DIRECTIONS = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0.8, 0.8],
  [-0.8, 0.8],
] as const;
const DISTANCES = [0, 0.7, 1.3, 2, 2.8];
/** A name that would hide more discs than this, in their areas, is left out until the map is nearer. */
const MOST_HIDDEN = 8;

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Discs that a box would hide, each by how much of its middle lies under it. */
function hidden(box: Box, discs: Float32Array, radii: Float32Array): number {
  let cost = 0;
  for (let disc = 0; disc < radii.length; disc++) {
    const dx = Math.max(box.left - discs[2 * disc], 0, discs[2 * disc] - box.right);
    const dy = Math.max(box.top - discs[2 * disc + 1], 0, discs[2 * disc + 1] - box.bottom);
    const away = Math.sqrt(dx * dx + dy * dy);
    if (away < radii[disc]) cost += 1 - away / (2 * radii[disc]);
  }
  return cost;
}

/**
 * Places names without one touching another: the heaviest first, each where it hides fewest discs and stays near its point.
 * A name for which every place is taken, hides too much or lies outside the picture is left out.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  discs: Float32Array,
  radii: Float32Array,
  width: number,
  height: number,
  fontSize: number,
): LabelOffset[] {
  const placed: Box[] = [];
  const offsets = new Array<LabelOffset>(wishes.length).fill(null);
  const order = wishes.map((_, index) => index).sort((a, b) => wishes[b].weight - wishes[a].weight || a - b);
  for (const index of order) {
    const wish = wishes[index];
    const halfWidth = textWidth(wish.words, fontSize) / 2 + 2;
    const halfHeight = fontSize * 0.62;
    let best: { cost: number; dx: number; dy: number; box: Box } | null = null;
    for (const distance of DISTANCES) {
      for (const [alongX, alongY] of DIRECTIONS) {
        if (distance === 0 && alongY !== -1) continue;
        const dx =
          distance === 0
            ? 0
            : alongX * (Math.abs(alongX) > 0 ? halfWidth * (Math.abs(alongX) === 1 ? 1 : 0.75) + distance * fontSize * 0.6 : 0);
        const dy = distance === 0 ? 0 : alongY * (halfHeight + distance * fontSize * 0.6);
        const box = {
          left: wish.x + dx - halfWidth,
          right: wish.x + dx + halfWidth,
          top: wish.y + dy - halfHeight,
          bottom: wish.y + dy + halfHeight,
        };
        if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height) continue;
        if (placed.some((other) => overlap(box, other))) continue;
        const covered = hidden(box, discs, radii);
        if (covered > MOST_HIDDEN) continue;
        const cost = covered + distance * 0.55;
        if (best === null || cost < best.cost) best = { cost, dx, dy, box };
      }
    }
    if (best === null) continue;
    placed.push(best.box);
    offsets[index] = [best.dx, best.dy];
  }
  return offsets;
}

/**
 * Layouts with a memory of one: while only the map is dragged, names keep their offsets instead of jumping. `key` holds everything but
 * that on which a layout depends, compared by identity.
 */
export function createLabelLayout(): (sceneOf: () => LabelScene, key: readonly unknown[]) => LabelOffset[] {
  let last: { key: readonly unknown[]; offsets: LabelOffset[] } | null = null;
  return (sceneOf, key) => {
    if (last !== null && last.key.length === key.length && last.key.every((part, index) => part === key[index])) return last.offsets;
    const { wishes, discs, radii, width, height, fontSize, magnification } = sceneOf();
    // The whole city at first sight stays inside the picture; nearer, a name may lie beyond its edge until the map is moved.
    const beyond = magnification > 1.02 ? 1e5 : 0;
    const moved = wishes.map((wish) => ({ ...wish, x: wish.x + beyond, y: wish.y + beyond }));
    const offsets = placeLabels(
      moved,
      discs.map((value) => value + beyond),
      radii,
      width + 2 * beyond,
      height + 2 * beyond,
      fontSize,
    );
    last = { key, offsets };
    return offsets;
  };
}
