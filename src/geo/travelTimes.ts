import type { LngLat } from '../units/index.ts';
import { kilometresBetween } from './distance.ts';
import { createGraph, shortestMinutes, type Edge, type RoadGraph } from './graph.ts';

/** Kilometres an hour, and the rules of local access. */
export interface TravelRules {
  readonly urbanSpeed: number;
  readonly ruralSpeed: number;
  readonly motorwaySpeed: number;
  /** Road kilometres per straight kilometre on local access; links carry their own road length. */
  readonly detour: number;
  /** Places of neighbouring centres up to this far apart (straight km) are joined by local roads; those of one centre always are. */
  readonly neighbourKm: number;
  /** No trip between two places, nor inside one, is shorter, in minutes. */
  readonly shortestTrip: number;
}

/** Speeds of ambulances and couriers off peak (assumed; Beijing ambulances average 32 km/h, observed). */
export const TRAVEL_RULES: TravelRules = {
  urbanSpeed: 35,
  ruralSpeed: 50,
  motorwaySpeed: 80,
  detour: 1.3,
  neighbourKm: 3,
  shortestTrip: 3,
};

/** A town that road links join. */
export interface Centre {
  readonly at: LngLat;
  readonly urban: boolean;
}

/** A place that is reached from its centre. `ferryMinutes`: reached only by boat from the centre, in so many minutes. */
export interface Place {
  readonly at: LngLat;
  readonly centre: number;
  readonly ferryMinutes?: number;
}

/** A road between two centres with its road length in kilometres. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly km: number;
  readonly motorway: boolean;
}

export interface RoadNetwork {
  readonly centres: readonly Centre[];
  readonly places: readonly Place[];
  readonly links: readonly Link[];
}

const MINUTES_AN_HOUR = 60;

/** Minutes over local roads between two points, half of the way at each end's speed. */
export function localMinutes(a: LngLat, b: LngLat, aUrban: boolean, bUrban: boolean, rules: TravelRules): number {
  const half = (kilometresBetween(a, b) * rules.detour) / 2;
  const speed = (urban: boolean) => (urban ? rules.urbanSpeed : rules.ruralSpeed);
  return (half / speed(aUrban) + half / speed(bUrban)) * MINUTES_AN_HOUR;
}

function linkMinutes({ from, to, km, motorway }: Link, centres: readonly Centre[], rules: TravelRules): number {
  const bothUrban = centres[from].urban && centres[to].urban;
  const speed = motorway ? rules.motorwaySpeed : bothUrban ? rules.urbanSpeed : rules.ruralSpeed;
  return (km / speed) * MINUTES_AN_HOUR;
}

/** Nodes are the centres, then the places. Edges: the links, each place to its centre, and local roads between neighbouring places. */
export function createRoadGraph(network: RoadNetwork, rules: TravelRules = TRAVEL_RULES): RoadGraph {
  const { centres, places, links } = network;
  const edges: Edge[] = links.map((link) => ({ from: link.from, to: link.to, minutes: linkMinutes(link, centres, rules) }));
  const urban = (place: Place) => centres[place.centre].urban;
  places.forEach((place, i) => {
    const centre = centres[place.centre];
    const minutes = place.ferryMinutes ?? localMinutes(place.at, centre.at, urban(place), centre.urban, rules);
    edges.push({ from: place.centre, to: centres.length + i, minutes });
    if (place.ferryMinutes !== undefined) return;
    for (let j = 0; j < i; j++) {
      const other = places[j];
      if (other.ferryMinutes !== undefined) continue;
      if (other.centre !== place.centre && kilometresBetween(place.at, other.at) > rules.neighbourKm) continue;
      edges.push({
        from: centres.length + j,
        to: centres.length + i,
        minutes: localMinutes(place.at, other.at, urban(place), urban(other), rules),
      });
    }
  });
  return createGraph(centres.length + places.length, edges);
}

/**
 * Minutes between all places over the network, as the rows of a lower triangle with its diagonal: (i, j), j ≤ i, at i(i + 1)/2 + j.
 * Throws RangeError when a place cannot be reached.
 */
export function placeTravelMinutes(network: RoadNetwork, rules: TravelRules = TRAVEL_RULES): Float64Array {
  const graph = createRoadGraph(network, rules);
  const { length } = network.places;
  const triangle = new Float64Array((length * (length + 1)) / 2);
  for (let i = 0, at = 0; i < length; i++) {
    const minutes = shortestMinutes(graph, network.centres.length + i);
    for (let j = 0; j <= i; j++, at++) {
      const trip = minutes[network.centres.length + j];
      if (trip === Infinity) throw new RangeError(`placeTravelMinutes: no way between places ${i} and ${j}`);
      triangle[at] = Math.max(rules.shortestTrip, trip);
    }
  }
  return triangle;
}
