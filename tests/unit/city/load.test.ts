import { describe, expect, it } from 'vitest';
import { CityPackError, createAbstractCity, loadCityPack, type Problem } from '../../../src/city/index.ts';
import { ezhou, smallPack } from './cities.ts';

/** The small pack with one thing changed. */
function spoilt(change: (pack: ReturnType<typeof smallPack>) => unknown): unknown {
  const pack = smallPack();
  change(pack);
  return pack;
}

function problemsOf(json: unknown): readonly Problem[] {
  try {
    loadCityPack(json);
  } catch (error) {
    if (error instanceof CityPackError) return error.problems;
    throw error;
  }
  return [];
}

const found = (json: unknown) => problemsOf(json).map(({ code, path }) => `${code} ${path}`);

describe('loading a city pack', () => {
  it('takes a whole one and keeps its content', () => {
    expect(loadCityPack(smallPack())).toEqual(smallPack());
    expect(loadCityPack(JSON.parse(JSON.stringify(ezhou)))).toEqual(ezhou);
  });

  it('takes the abstract city too', () => {
    const city = createAbstractCity({ population: 5 });
    expect(loadCityPack(JSON.parse(JSON.stringify(city)))).toEqual(city);
  });

  it('knows latitude first when it sees it', () => {
    expect(found(spoilt((pack) => (pack.villages[1].at = [30.15, 114.15])))).toEqual(['swapped villages[1].at']);
    expect(problemsOf(spoilt((pack) => (pack.villages[1].at = [30.15, 114.15])))[0].message.en).toBe('looks like latitude first');
  });

  it('knows it as well west of 90° east, where both numbers could be a latitude', () => {
    const west = JSON.parse(JSON.stringify(smallPack()).replaceAll('114', '87')) as ReturnType<typeof smallPack>;
    expect(found(west)).toEqual([]);
    west.labs[0].at = [30.1, 87.1];
    expect(found(west)).toEqual(['swapped labs[0].at']);
  });

  it('refuses places outside the city, such as those of another coordinate system', () => {
    expect(found(spoilt((pack) => (pack.labs[0].at = [116.4, 39.9])))).toEqual(['outsideCity labs[0].at']);
  });

  it('refuses unknown sources and ids by name', () => {
    expect(found(spoilt((pack) => (pack.villages[2].source = 'nowhere')))).toEqual(['unknownSource villages[2].source']);
    expect(found(spoilt((pack) => (pack.defaults['city.population'].source = 'x')))).toEqual([
      'unknownSource defaults.city.population.source',
    ]);
    expect(found(spoilt((pack) => (pack.labs[0].villageId = 'v9')))).toEqual(['unknownId labs[0].villageId']);
    expect(found(spoilt((pack) => (pack.roads[0].to = 't9')))).toEqual(['unknownId roads[0].to']);
  });

  it('refuses sums that do not add up, saying both numbers', () => {
    const [problem] = problemsOf(spoilt((pack) => (pack.villages[0].residents = 301)));
    expect([problem.code, problem.path, problem.value, problem.allowed]).toEqual(['sum', 'townships[0].residents', '500', '501']);
  });

  it('refuses two rows of one id and a city of nobody', () => {
    expect(found(spoilt((pack) => (pack.villages[1].id = 'v1')))).toContain('duplicateId villages[1].id');
    const empty = spoilt((pack) => [...pack.districts, ...pack.townships, ...pack.villages].forEach((row) => (row.residents = 0)));
    expect(found(empty)).toEqual(['nobody villages']);
  });

  it('refuses travel tables of the wrong size and of no base64', () => {
    expect(found(spoilt((pack) => (pack.travel.villageMinutes = 'AAAA')))).toEqual(['tableSize travel.villageMinutes']);
    expect(found(spoilt((pack) => (pack.travel.villageToLab = '§§')))).toEqual(['form travel.villageToLab']);
  });

  it('refuses NaN, infinities, fractions of people and negative tubes', () => {
    expect(found(spoilt((pack) => (pack.villages[0].at[0] = NaN)))).toEqual(['type villages[0].at[0]']);
    expect(found(spoilt((pack) => (pack.labs[0].tubesPerDay = Infinity)))).toEqual(['type labs[0].tubesPerDay']);
    expect(found(spoilt((pack) => (pack.villages[0].residents = 1.5)))).toEqual(['type villages[0].residents']);
    expect(found(spoilt((pack) => (pack.labs[0].tubesPerDay = -1)))).toEqual(['range labs[0].tubesPerDay']);
  });

  it('refuses fields that it does not know, __proto__ among them', () => {
    expect(found(spoilt((pack) => Object.assign(pack.labs[0], { tubes: 1 })))).toEqual(['unknownField labs[0].tubes']);
    const hostile = JSON.parse(JSON.stringify(smallPack()).replace('"id":"small"', '"__proto__":{"id":"small"},"id":"small"')) as unknown;
    expect(found(hostile)).toEqual(['unknownField __proto__']);
    expect(({} as { id?: string }).id).toBeUndefined();
  });

  it('refuses missing fields and other kinds of value', () => {
    expect(found(spoilt((pack) => Reflect.deleteProperty(pack.labs[0], 'at')))).toEqual(['missing labs[0].at']);
    expect(found(spoilt((pack) => Object.assign(pack.villages[0], { residents: '300' })))).toEqual(['type villages[0].residents']);
    expect(found(spoilt((pack) => Object.assign(pack.townships[0], { setting: 'city' })))).toEqual(['choice townships[0].setting']);
  });

  it('names a newer version and what is no city pack at all', () => {
    expect(found(spoilt((pack) => (pack.schema = 'pingzhan.city/2')))).toEqual(['newerVersion schema']);
    for (const json of [null, 7, 'x', [], {}, { schema: 'pingzhan.scenario/1' }, { schema: 7 }])
      expect(found(json)).toEqual(['notACityPack schema']);
  });

  it('lists all problems at once, 50 at most', () => {
    const two = spoilt((pack) => {
      pack.labs[0].tubesPerDay = -1;
      pack.villages[0].residents = -1;
    });
    expect(found(two)).toEqual(['range villages[0].residents', 'range labs[0].tubesPerDay']);
    const many = spoilt(
      (pack) => (pack.villages = Array.from({ length: 300 }, (_, i) => ({ ...pack.villages[0], id: `x${i}`, residents: -1 }))),
    );
    expect(problemsOf(many)).toHaveLength(50);
  });

  it('caps the number of rows before it looks at any', () => {
    const from = performance.now();
    const huge = spoilt((pack) => (pack.villages = Array.from({ length: 200_000 }, () => pack.villages[0])));
    expect(found(huge)).toEqual(['range villages']);
    expect(performance.now() - from).toBeLessThan(1000);
  });

  it('refuses outlines that are no polygons, and says where', () => {
    const ring = (change: (points: number[][]) => unknown) =>
      found(
        spoilt((pack) => {
          change(pack.townships[1].outline.coordinates[0]);
        }),
      );
    expect(ring((points) => (points[2] = [30.1, 114.1]))).toEqual(['swapped townships[1].outline.coordinates[0][2]']);
    expect(ring((points) => (points[2] = [114.1, NaN]))).toEqual(['outline townships[1].outline.coordinates[0][2]']);
    expect(ring((points) => (points[2] = [114.1, 30.1, 5]))).toEqual(['outline townships[1].outline.coordinates[0][2]']);
    expect(ring((points) => (points.length = 3))).toEqual(['outline townships[1].outline.coordinates[0]']);
    expect(found(spoilt((pack) => Object.assign(pack.districts[0].outline, { type: 'Point' })))).toEqual(['outline districts[0].outline']);
    expect(found(spoilt((pack) => Reflect.deleteProperty(pack.districts[0], 'outline')))).toContain('outline districts[0].outline');
  });

  it('reads and refuses outlines of half a million points in under a second', () => {
    const wide = (count: number, swap: boolean) =>
      spoilt((pack) => {
        const points = Array.from({ length: count }, (_, i) => [114 + (i % 400) / 1000, 30 + (i % 399) / 1000]);
        pack.districts[0].outline.coordinates = [[...points, points[0]].map(([lng, lat]) => (swap ? [lat, lng] : [lng, lat]))];
      });
    const [fine, swapped, more] = [wide(499_000, false), wide(499_000, true), wide(510_000, false)];
    const from = performance.now();
    expect(found(fine)).toEqual([]);
    expect(found(swapped)).toHaveLength(50);
    expect(found(more)).toEqual(['range districts[0].outline.coordinates[0]']);
    expect(performance.now() - from).toBeLessThan(2000);
  });

  it('says every problem in both languages, with value and cure', () => {
    const bad = [
      spoilt((pack) => (pack.villages[1].at = [30.15, 114.15])),
      spoilt((pack) => (pack.labs[0].at = [116.4, 39.9])),
      spoilt((pack) => (pack.villages[2].source = 'nowhere')),
      spoilt((pack) => (pack.villages[0].residents = 301)),
      spoilt((pack) => (pack.villages[1].id = 'v1')),
      spoilt((pack) => (pack.travel.villageMinutes = 'AAAA')),
      spoilt((pack) => (pack.villages[0].at[0] = NaN)),
      spoilt((pack) => Object.assign(pack.labs[0], { tubes: 1 })),
      spoilt((pack) => (pack.order.clock = '25:00')),
      spoilt((pack) => (pack.schema = 'pingzhan.city/2')),
    ];
    for (const problem of bad.flatMap(problemsOf)) {
      const { message, cure } = problem;
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toMatch(/\p{Script=Han}/u);
      if (typeof cure === 'string') throw new Error(problem.code);
      expect(cure.zh).toMatch(/\p{Script=Han}/u);
      expect(cure.en).toMatch(/^[a-z]/);
    }
  });

  it('shows hostile text as one harmless line', () => {
    const [problem] = problemsOf(
      spoilt((pack) => (pack.villages[2].source = `<img src=x onerror=1>\n\u202e${'x'.repeat(60)}`.slice(0, 64))),
    );
    expect(problem.value).not.toMatch(/[\n\u202e]/);
    expect(problem.value.length).toBeLessThan(90);
  });
});
