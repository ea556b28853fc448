import FlatQueue from 'flatqueue';
import type { LngLat } from '../units/index.ts';
import { neighbourOrder } from './hilbert.ts';
import type { CityPack, Township } from './pack.ts';

/** A township with people in it: its villages in an order of neighbours, and its place in the stream keys. */
export interface PopulatedTownship {
  readonly township: Township;
  /** Indices into city.villages. */
  readonly villages: readonly number[];
  readonly slot: number;
}

const SLOT_BITS = 18;
export const SITE_NUMBER_BITS = 32 - SLOT_BITS;

/** FNV-1a over the code's UTF-16 units, folded to 18 bits. */
function slotOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash >>> SLOT_BITS) ^ hash) & ((1 << SLOT_BITS) - 1);
}

/** A slot of its own for every township: the hash of its code, or the next free one, given out in the order of the codes. */
function townshipSlots(townships: readonly Township[]): Map<string, number> {
  const taken = new Set<number>();
  const slots = new Map<string, number>();
  for (const id of townships.map((township) => township.id).sort()) {
    let slot = slotOf(id);
    while (taken.has(slot)) slot = (slot + 1) & ((1 << SLOT_BITS) - 1);
    taken.add(slot);
    slots.set(id, slot);
  }
  return slots;
}

const layouts = new WeakMap<CityPack, readonly PopulatedTownship[]>();

/** Townships with residents, in the pack's order; worked out once a pack, for planning runs at every move of a slider. */
export function populatedTownships(city: CityPack): readonly PopulatedTownship[] {
  const known = layouts.get(city);
  if (known) return known;
  const members = new Map<string, number[]>(city.townships.map((township) => [township.id, []]));
  city.villages.forEach((village, i) => {
    if (village.residents > 0) members.get(village.townshipId)?.push(i);
  });
  const slots = townshipSlots(city.townships);
  const layout: PopulatedTownship[] = [];
  for (const township of city.townships) {
    const indices = members.get(township.id) ?? [];
    if (indices.length === 0) continue;
    const order = neighbourOrder(indices.map((i) => city.villages[i].at));
    layout.push({ township, villages: order.map((i) => indices[i]), slot: slots.get(township.id) ?? 0 });
  }
  layouts.set(city, layout);
  return layout;
}

const rowsOfPacks = new WeakMap<CityPack, Map<string, number>>();

/** Row of each village by id, worked out once a pack. */
export function villageRows(city: CityPack): Map<string, number> {
  let rows = rowsOfPacks.get(city);
  if (!rows) {
    rows = new Map(city.villages.map((village, i) => [village.id, i]));
    rowsOfPacks.set(city, rows);
  }
  return rows;
}

/** Sites per township: one each first, then each next site where most residents share one. `sites` ≥ number of townships, all > 0. */
export function allocateSites(residents: readonly number[], sites: number): number[] {
  const counts = residents.map(() => 1);
  const queue = new FlatQueue<number>();
  residents.forEach((people, i) => queue.push(i, -people));
  for (let given = residents.length; given < sites; given++) {
    const i = queue.pop() as number;
    counts[i]++;
    queue.push(i, -residents[i] / counts[i]);
  }
  return counts;
}

function squaredDistance(a: LngLat, b: LngLat): number {
  const dx = (a[0] - b[0]) * 0.85;
  const dy = a[1] - b[1];
  return dx * dx + dy * dy;
}

/**
 * Townships that share sites: each on its own while there are sites enough. With fewer sites than townships the largest keep one each and
 * the others go to the nearest of these. Returns, for each that keeps sites, the positions in `layout` that it serves, its own first.
 */
export function groupTownships(layout: readonly PopulatedTownship[], residents: readonly number[], sites: number): number[][] {
  if (sites >= layout.length) return layout.map((_, i) => [i]);
  const hosts = layout
    .map((_, i) => i)
    .sort((a, b) => residents[b] - residents[a] || a - b)
    .slice(0, sites)
    .sort((a, b) => a - b);
  const groups = new Map<number, number[]>(hosts.map((host) => [host, [host]]));
  layout.forEach(({ township }, i) => {
    if (groups.has(i)) return;
    let nearest = hosts[0];
    for (const host of hosts) {
      if (squaredDistance(layout[host].township.at, township.at) < squaredDistance(layout[nearest].township.at, township.at))
        nearest = host;
    }
    groups.get(nearest)?.push(i);
  });
  return hosts.map((host) => groups.get(host) ?? [host]);
}
