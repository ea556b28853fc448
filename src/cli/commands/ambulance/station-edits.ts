import type { CityPack, Station } from '../../../city/index.ts';
import type { StationEdits } from '../../../coverage/index.ts';
import type { GridCells } from '../../../geo/index.ts';
import { createProblem, nearestWords, type Problem } from '../../../scenario/index.ts';
import { createText } from '../../../text/index.ts';
import type { Bilingual, LngLat } from '../../../units/index.ts';
import { CommandRefused, EXIT } from '../../exit.ts';
import { badFlag } from '../../options.ts';

export interface RawEdits {
  readonly close?: readonly string[];
  readonly move?: readonly string[];
  readonly add?: readonly string[];
}

/** Degrees around the outermost cells that still count as in the city. */
const MARGIN = 0.02;

/** Stations closed, moved and added by flags. Throws CommandRefused with everything wrong with them. */
export function readStationEdits(city: CityPack, grid: GridCells, raw: RawEdits): StationEdits {
  const problems: Problem[] = [];
  const ends = (values: Float64Array): [number, number] => [Math.min(...values) - MARGIN, Math.max(...values) + MARGIN];
  const [[west, east], [south, north]] = [ends(grid.lng), ends(grid.lat)];
  const pointOf = (flag: string, value: string, words: string): LngLat | null => {
    const [lng, lat] = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?)$/.exec(words)?.slice(1).map(Number) ?? [NaN, NaN];
    if (lng >= west && lng <= east && lat >= south && lat <= north) return [lng, lat];
    const values = { west: west.toFixed(2), east: east.toFixed(2), south: south.toFixed(2), north: north.toFixed(2) };
    problems.push(badFlag(flag, value, both('coverage:expected.point', values)));
    return null;
  };
  const stationOf = (flag: string, value: string, name: string): Station | null => {
    const found = city.stations.find((station) => [station.id, station.name.zh, station.name.en].includes(name.trim()));
    if (found) return found;
    const names = city.stations.map(({ id }) => id);
    const all = city.stations.flatMap((station) => [station.id, station.name.zh, station.name.en]);
    problems.push(
      createProblem('unknown-station', { path: flag, value, values: { expected: names.join(', '), near: nearestWords(name, all) } }),
    );
    return null;
  };
  const closed = (raw.close ?? []).flatMap((value) => stationOf('--close', value, value)?.id ?? []);
  const moved: Record<string, LngLat> = {};
  for (const value of raw.move ?? []) {
    const at = value.lastIndexOf('=');
    if (at < 1) problems.push(badFlag('--move', value, both('coverage:expected.move')));
    else {
      const station = stationOf('--move', value, value.slice(0, at));
      const point = pointOf('--move', value, value.slice(at + 1));
      if (station && point) moved[station.id] = point;
    }
  }
  const added = (raw.add ?? []).flatMap((value, k) => {
    const at = pointOf('--add', value, value);
    return at ? [{ id: `added-${k + 1}`, at }] : [];
  });
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'ambulance');
  return { closed, moved, added };
}

const TEXTS = { zh: createText('zh'), en: createText('en') };
const both = (key: 'coverage:expected.point' | 'coverage:expected.move', values: Record<string, string> = {}): Bilingual => ({
  zh: TEXTS.zh.t(key, values),
  en: TEXTS.en.t(key, values),
});
