import type { Lab, PlannedSite } from '../../city/index.ts';
import type { PlaceRef } from '../round/index.ts';
import type { PlaneView } from './ground.ts';

/** How many there are of each kind that has a number. */
export interface PlaceCounts {
  readonly sites: number;
  readonly labs: number;
}

/** Places in one row of numbers: all sites, all labs, all townships. Couriers move and have none: −1. */
export function placeNumber({ kind, index }: PlaceRef, { sites, labs }: PlaceCounts): number {
  if (kind === 'courier') return -1;
  return index + (kind === 'site' ? 0 : kind === 'lab' ? sites : sites + labs);
}

export function placeOf(number: number, { sites, labs }: PlaceCounts): PlaceRef {
  if (number < sites) return { kind: 'site', index: number };
  return number < sites + labs ? { kind: 'lab', index: number - sites } : { kind: 'township', index: number - sites - labs };
}

/** The city's places as they lie on the picture. Everything that canvas, keyboard and pointer need, in pixels of the picture. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** x, y of all sites, then all labs. */
  readonly xy: Float32Array;
  /** How much nearer than at first sight; 1 shows the whole city. */
  readonly magnification: number;
  /** Pixels of a kilometre; null where there is no geography. */
  readonly pixelsPerKilometre: number | null;
  /** x, y of what is named: the townships; where there is no geography the beginnings of the rows. */
  readonly townships: Float32Array;
  /** x, y of the villages that the selected site serves. */
  readonly served: Float32Array;
  /** Where the townships' outlines lie; null where there is no geography. */
  readonly plane: PlaneView | null;
}

/** Radius of an average site at first sight, in pixels, for a picture of this size. */
export const averageRadius = (width: number, height: number): number =>
  Math.max(3.6, Math.min(8, Math.sqrt(Math.min(width, height)) / 4.4));

/** Radii whose areas follow the residents; the average site has `average` pixels. */
export function siteRadii(sites: readonly PlannedSite[], average: number): Float32Array {
  const mean = sites.reduce((sum, site) => sum + site.residents, 0) / Math.max(1, sites.length);
  return Float32Array.from(sites, (site) => Math.max(2, average * Math.sqrt(site.residents / Math.max(1, mean))));
}

/** Order of painting: large first, so that small sites stay visible. */
export const paintOrder = (sites: readonly PlannedSite[]): Uint32Array =>
  Uint32Array.from(sites.keys()).sort((a, b) => sites[b].residents - sites[a].residents || a - b);

/** Pixels that the name of the row of labs takes. */
const LAB_NAME = 84;

/** Lattice of beads for a city without geography: sites row by row, labs in a row of their own below. */
export function beadViewport(
  sites: readonly PlannedSite[],
  labs: readonly Lab[],
  width: number,
  height: number,
  inset: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): Viewport {
  const room = { width: Math.max(40, width - inset.left - inset.right), height: Math.max(40, height - inset.top - inset.bottom) };
  const labRow = labs.length > 0 ? 56 : 0;
  const wanted = Math.max(
    1,
    Math.min(sites.length, Math.ceil(Math.sqrt((sites.length * room.width) / Math.max(20, room.height - labRow)))),
  );
  const rows = Math.max(1, Math.ceil(sites.length / wanted));
  const columns = Math.max(1, Math.ceil(sites.length / rows));
  const pitch = Math.min(room.width / columns, (room.height - labRow) / rows, 40);
  const left = inset.left + (room.width - pitch * columns) / 2;
  const xy = new Float32Array(2 * (sites.length + labs.length));
  sites.forEach((_, index) => {
    xy[2 * index] = left + (index % columns) * pitch + pitch / 2;
    xy[2 * index + 1] = inset.top + Math.floor(index / columns) * pitch + pitch / 2;
  });
  // The row of labs begins with its name, under the first beads.
  const labStart = Math.min(left, inset.left + room.width * 0.2);
  const labPitch = Math.min(56, (inset.left + room.width - labStart - LAB_NAME) / Math.max(1, labs.length));
  labs.forEach((_, index) => {
    const place = 2 * (sites.length + index);
    xy[place] = labStart + LAB_NAME + (index + 0.5) * labPitch;
    xy[place + 1] = inset.top + rows * pitch + labRow / 2 + 6;
  });
  const lines = rows + (labs.length > 0 ? 1 : 0);
  const townships = Float32Array.from({ length: 2 * lines }, (_, at) => {
    const row = at >> 1;
    if (row === rows) return at % 2 === 0 ? labStart + LAB_NAME / 2 : inset.top + rows * pitch + labRow / 2 + 6;
    return at % 2 === 0 ? left - 20 : inset.top + (row + 0.5) * pitch;
  });
  return { width, height, xy, magnification: 1, pixelsPerKilometre: null, townships, served: new Float32Array(0), plane: null };
}

/** Names of the rows: the number of their first site, and the word for the row of labs. */
export function beadNames(
  siteCount: number,
  labCount: number,
  viewport: Viewport | null,
  labs: string,
): { words: string; weight: number }[] {
  const rows = (viewport?.townships.length ?? 0) / 2 - (labCount > 0 ? 1 : 0);
  if (rows < 1) return [];
  const columns = Math.ceil(siteCount / rows);
  const names = Array.from({ length: rows }, (_, row) => ({ words: String(row * columns + 1), weight: rows - row }));
  return labCount > 0 ? [...names, { words: labs, weight: 0 }] : names;
}

/** Radius of the average bead: beads of twice the average size still do not touch. */
export const beadRadius = (viewport: Viewport, siteCount: number): number => {
  if (siteCount < 2) return 12;
  const pitch = Math.abs(viewport.xy[2] - viewport.xy[0]) || Math.abs(viewport.xy[3] - viewport.xy[1]);
  return Math.max(2, Math.min(13, pitch * 0.33));
};
