import type { CityPack, Lab } from '../../city/index.ts';
import { createText } from '../../text/index.ts';
import type { LngLat } from '../../units/index.ts';

/** What is known of a lab outside of the city. */
interface BorrowedLab {
  readonly tubesPerDay: number;
}

/** How far beyond the city's eastern end borrowed labs are drawn, and from one to the next, in shares of its width and height. */
const BEYOND = 0.045;
const APART = 0.14;

/** A spot beside the city for the nth borrowed lab: outside, schematic, one below the other. */
function besideCity(city: CityPack, number: number): LngLat {
  const points = city.districts
    .flatMap(({ outline }) => (outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()))
    .flat();
  const shown = points.length > 0 ? points : city.labs.map(({ at }) => [...at]);
  const [lng, lat] = [0, 1].map((axis) => shown.map((point) => point[axis]).sort((a, b) => a - b));
  const [east, width] = [lng[lng.length - 1], lng[lng.length - 1] - lng[0]];
  const [north, height] = [lat[lat.length - 1], lat[lat.length - 1] - lat[0]];
  return [east + width * BEYOND, north - height * (0.3 + number * APART)];
}

/** The labs of a round in the order of the run's columns: the city's own, then the borrowed ones, which stand beside the city. */
export function shownLabs(city: CityPack, own: readonly Lab[], borrowed: readonly BorrowedLab[]): Lab[] {
  const name = (language: 'zh' | 'en', number: number): string => createText(language).t('map:lab.borrowed', { number });
  return [
    ...own,
    ...borrowed.map(({ tubesPerDay }, index) => ({
      id: `borrowed-${index + 1}`,
      name: { zh: name('zh', index + 1), en: name('en', index + 1) },
      at: besideCity(city, index),
      villageId: '',
      tubesPerDay,
      source: 'assumed',
    })),
  ];
}
