import { MOST_PEOPLE } from './limits.ts';
import { CITY_SCHEMA, type CityPack, type Outline } from './pack.ts';
import type { Bilingual } from '../units/index.ts';

const NOWHERE: Outline = { type: 'MultiPolygon', coordinates: [] };

/**
 * A city of numbers without geography, for quick questions and back-casts: one township, one village, constant travel. All its points are
 * 0, 0 and nothing may draw them (`travel` is null). Throws RangeError unless `population` is a whole number from 1 to 50 million.
 */
export function createAbstractCity(options: { readonly population: number; readonly name?: Bilingual }): CityPack {
  const { population } = options;
  if (!Number.isInteger(population) || population < 1 || population > MOST_PEOPLE) {
    throw new RangeError(`createAbstractCity: population must be a whole number from 1 to ${MOST_PEOPLE}, not ${population}`);
  }
  const name = options.name ?? { zh: '抽象城市', en: 'Abstract city' };
  const row = { name, residents: population, source: 'user' };
  return {
    schema: CITY_SCHEMA,
    id: 'abstract',
    name,
    country: { zh: '无', en: 'None' },
    order: { clock: '08:00' },
    sources: [
      {
        id: 'user',
        tag: 'assumed',
        title: { zh: '用户输入的城市', en: 'A city of entered numbers' },
        origin: { zh: '没有地理信息；人口等数字由用户给出', en: 'No geography; population and the rest are entered by the user' },
        licence: 'none needed',
        date: 'undated',
      },
    ],
    defaults: {},
    places: {
      townships: 'schematic',
      villages: 'schematic',
      sites: 'schematic',
      labs: 'schematic',
      stations: 'schematic',
      hospitals: 'schematic',
      clinics: 'schematic',
      water: 'schematic',
      roads: 'schematic',
    },
    districts: [{ ...row, id: 'city', outline: NOWHERE }],
    townships: [{ ...row, id: 'city-1', districtId: 'city', setting: 'town', at: [0, 0], outline: NOWHERE }],
    villages: [{ ...row, id: 'city-1-1', townshipId: 'city-1', at: [0, 0], initials: '' }],
    labs: [],
    stations: [],
    hospitals: [],
    clinics: [],
    water: [],
    roads: [],
    travel: null,
  };
}
