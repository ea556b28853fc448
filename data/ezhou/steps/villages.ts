import { area, bbox } from '@turf/turf';
import { apportion, type Outline, type Township, type Village, type Water } from '../../../src/city/index.ts';
import { createStream, drawLognormalFactor, PURPOSE, type Stream } from '../../../src/engine/index.ts';
import type { LngLat } from '../../../src/units/index.ts';
import { initialsOf, villageName, type VillageKind } from './names.ts';
import { isInside, kilometreMap } from './outlines.ts';
import type { VillageRow } from './tables.ts';

const PLACEMENT_SEED = 420700;
const RESIDENTS_SEED = 420701;
/** Candidate spots a township; its villages settle on some of them. */
const SPOTS = 1500;
const ROUNDS = 40;
const RESIDENTS_CV = 0.35;
/** Below this share of dry spots the schematic lake has swallowed the township, and water is ignored. */
const LEAST_DRY = 0.25;
/** People live denser near the centre: weight 1 + peak · exp(−d²/2s²), d and s in kilometres; urban cores thin out to `floor`. */
const DENSITY = {
  'urban-core': { floor: 0.15, peak: 1, s: 2 },
  town: { floor: 1, peak: 8, s: 1.2 },
  rural: { floor: 1, peak: 3, s: 0.8 },
} as const;
/** Known exceptions: the community on Liangzi island stands there. */
const KNOWN_SPOTS: Readonly<Record<string, LngLat>> = { 420702102001: [114.57, 30.246] };
export const ISLAND_VILLAGE = '420702102001';

/** Dry land smaller than this share of a township's is the far bank of a river or an islet of the sketch, and stays empty. */
const LEAST_LAND = 0.1;

interface Spot {
  readonly at: LngLat;
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

function candidateSpots(township: Township, water: readonly Outline[]): Spot[] {
  const flat = kilometreMap(township.at[1]);
  const [west, south, east, north] = bbox(township.outline);
  const [left, bottom] = flat.to([west, south]);
  const [right, top] = flat.to([east, north]);
  const [cx, cy] = flat.to(township.at);
  const step = Math.sqrt(area({ type: 'Feature', properties: {}, geometry: township.outline }) / 1e6 / SPOTS);
  const { floor, peak, s } = DENSITY[township.setting];
  const nearWater = water.filter((outline) => {
    const [w, so, e, n] = bbox(outline);
    return w < east && e > west && so < north && n > south;
  });
  const all: (Spot & { readonly dry: boolean })[] = [];
  for (let x = left + step / 2; x < right; x += step) {
    for (let y = bottom + step / 2; y < top; y += step) {
      const [lng, lat] = flat.from([x, y]);
      const at: LngLat = [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
      if (!isInside(at, township.outline)) continue;
      const squared = (x - cx) * (x - cx) + (y - cy) * (y - cy);
      all.push({ at, x, y, weight: floor + peak * Math.exp(-squared / (2 * s * s)), dry: !nearWater.some((outline) => isInside(at, outline)) });
    }
  }
  const dry = mainLand(
    all.filter((spot) => spot.dry),
    step,
  );
  return dry.length >= all.length * LEAST_DRY ? dry : all;
}

/** Spots that hang together, neighbours on the grid, in pieces of some size. */
function mainLand(spots: readonly Spot[], step: number): Spot[] {
  const piece = new Int32Array(spots.length).fill(-1);
  const sizes: number[] = [];
  for (let first = 0; first < spots.length; first++) {
    if (piece[first] >= 0) continue;
    const open = [first];
    piece[first] = sizes.length;
    let size = 0;
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      size++;
      const { x, y } = spots[i];
      spots.forEach((other, j) => {
        if (piece[j] >= 0 || Math.abs(other.x - x) + Math.abs(other.y - y) > step * 1.5) return;
        piece[j] = sizes.length;
        open.push(j);
      });
    }
    sizes.push(size);
  }
  return spots.filter((_, i) => sizes[piece[i]] >= spots.length * LEAST_LAND);
}

function weightedChoice(spots: readonly Spot[], weights: Float64Array, stream: Stream): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = stream.nextUnit() * total;
  for (let i = 0; i < spots.length; i++) {
    left -= weights[i];
    if (left <= 0) return i;
  }
  return spots.length - 1;
}

interface Centroid {
  x: number;
  y: number;
}

/** First centres far from each other: each drawn with a chance that grows with the squared distance to those there are (k-means++). */
function firstCentres(spots: readonly Spot[], count: number, stream: Stream): Centroid[] {
  const weights = Float64Array.from(spots, (spot) => spot.weight);
  const nearest = new Float64Array(spots.length).fill(Infinity);
  const centres: Centroid[] = [];
  while (centres.length < count) {
    const { x, y } = spots[weightedChoice(spots, weights, stream)];
    centres.push({ x, y });
    spots.forEach((spot, i) => {
      nearest[i] = Math.min(nearest[i], (spot.x - x) ** 2 + (spot.y - y) ** 2);
      weights[i] = spot.weight * nearest[i];
    });
  }
  return centres;
}

function nearestIndex(points: readonly Centroid[], x: number, y: number): number {
  let best = 0;
  let least = Infinity;
  points.forEach((point, i) => {
    const squared = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (squared < least) {
      least = squared;
      best = i;
    }
  });
  return best;
}

/** Spreads `count` points over the spots by Lloyd's relaxation, each ending on a spot of its own. */
function settle(spots: readonly Spot[], count: number, stream: Stream): Spot[] {
  if (count === 0) return [];
  const centres = firstCentres(spots, count, stream);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = centres.map(() => ({ x: 0, y: 0, weight: 0 }));
    for (const spot of spots) {
      const sum = sums[nearestIndex(centres, spot.x, spot.y)];
      sum.x += spot.x * spot.weight;
      sum.y += spot.y * spot.weight;
      sum.weight += spot.weight;
    }
    sums.forEach((sum, i) => {
      if (sum.weight > 0) centres[i] = { x: sum.x / sum.weight, y: sum.y / sum.weight };
    });
  }
  const free = [...spots];
  return centres.map(({ x, y }) => free.splice(nearestIndex(free, x, y), 1)[0]);
}

const RANK: Readonly<Record<VillageKind, number>> = { community: 0, unit: 0, village: 2 };

/** Communities stand nearest the township's centre, then the village that bears its name, then the rest in the order of their codes. */
function rankOf(kind: VillageKind, name: string, township: Township): number {
  const stem = township.name.zh.replace(/(街道|镇|乡|新区|开发区)$/, '');
  return kind === 'village' && name === `${stem}村` ? 1 : RANK[kind];
}

/** Weight of a place in its township's residents. */
function shareWeight(id: string, kind: VillageKind, township: Township): number {
  const stream = createStream(RESIDENTS_SEED, 0, Number(id.slice(3)), PURPOSE.plan);
  const community = township.setting === 'urban-core' ? 3 : 1.5;
  return drawLognormalFactor(stream, RESIDENTS_CV) * (kind === 'community' ? community : 1);
}

/** The villages and communities of one township with modelled positions and residents, in the order of their codes. */
export function townshipVillages(township: Township, rows: readonly VillageRow[], water: readonly Water[]): Village[] {
  const official = new Set(rows.map(({ name }) => name));
  const named = rows.map((row) => ({ ...row, ...villageName(row.name, official) }));
  const stream = createStream(PLACEMENT_SEED, 0, Number(township.id.slice(3)), PURPOSE.plan);
  const spots = candidateSpots(
    township,
    water.map(({ outline }) => outline),
  );
  const flat = kilometreMap(township.at[1]);
  const [cx, cy] = flat.to(township.at);
  const known = new Map<string, LngLat>(named.length === 1 ? [[named[0].id, township.at]] : Object.entries(KNOWN_SPOTS));
  const modelled = named.filter(({ id }) => !known.has(id));
  const settled = settle(spots, modelled.length, stream).sort((a, b) => (a.x - cx) ** 2 + (a.y - cy) ** 2 - (b.x - cx) ** 2 - (b.y - cy) ** 2);
  const ranked = [...modelled].sort((a, b) => rankOf(a.kind, a.name.zh, township) - rankOf(b.kind, b.name.zh, township) || (a.id < b.id ? -1 : 1));
  const places = new Map<string, LngLat>(ranked.map(({ id }, i) => [id, settled[i].at]));
  const residents = apportion(
    named.map(({ id, kind }) => shareWeight(id, kind, township)),
    township.residents,
  );
  return named.map(({ id, name }, i) => ({
    id,
    name,
    townshipId: township.id,
    at: known.get(id) ?? (places.get(id) as LngLat),
    residents: residents[i],
    initials: initialsOf(name.zh),
    source: named.length === 1 ? township.source : 'village-residents',
    placement: known.has(id) ? 'point-hand' : 'village-points',
  }));
}
