import { describe, expect, it } from 'vitest';
import { ezhou } from './ezhou.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const residents = (rows: readonly { readonly residents: number }[]) => sum(rows.map((row) => row.residents));

describe('the figures of Ezhou', () => {
  it('residents are those of the 2020 census, exactly, on every level', () => {
    expect(Object.fromEntries(ezhou.districts.map(({ name, residents: people }) => [name.zh, people]))).toEqual({
      鄂城区: 695_697,
      梁子湖区: 126_822,
      华容区: 256_834,
    });
    expect(residents(ezhou.districts)).toBe(1_079_353);
    expect(residents(ezhou.townships)).toBe(1_079_353);
    expect(residents(ezhou.villages)).toBe(1_079_353);
    for (const district of ezhou.districts) {
      expect(residents(ezhou.townships.filter(({ districtId }) => districtId === district.id))).toBe(district.residents);
    }
    for (const township of ezhou.townships) {
      expect(residents(ezhou.villages.filter(({ townshipId }) => townshipId === township.id))).toBe(township.residents);
    }
  });

  it('has 3 districts, 28 townships and 358 villages; only the airport zone has nobody', () => {
    expect([ezhou.districts.length, ezhou.townships.length, ezhou.villages.length]).toEqual([3, 28, 358]);
    expect(ezhou.townships.filter(({ residents: people }) => people === 0).map(({ name }) => name.zh)).toEqual(['临空经济区']);
    expect(ezhou.villages.filter(({ residents: people }) => people === 0)).toHaveLength(1);
  });

  it('a single entry holds all residents of the Gedian development zone', () => {
    const zone = ezhou.townships.find(({ name }) => name.zh === '葛店开发区');
    expect(ezhou.villages.filter(({ townshipId }) => townshipId === zone?.id).map(({ residents: people }) => people)).toEqual([30_004]);
  });

  it('communities of the urban core are larger than its villages', () => {
    const core = new Set(ezhou.townships.filter(({ setting }) => setting === 'urban-core').map(({ id }) => id));
    const here = ezhou.villages.filter(({ townshipId }) => core.has(townshipId));
    const mean = (suffix: RegExp) => {
      const among = here.filter(({ name }) => suffix.test(name.zh));
      return residents(among) / among.length;
    };
    expect(mean(/社区$/)).toBeGreaterThan(2 * mean(/村$/));
  });

  it('the stated capacities are those of the press conference', () => {
    const values = Object.fromEntries(Object.entries(ezhou.defaults).map(([path, { value }]) => [path, value]));
    expect(values).toEqual({
      'city.population': 1_079_353,
      'city.sites': 310,
      'staff.total': 746,
      'devices.total': 300,
      'lab.tubesPerDay': 20_000,
      'lab.count': 8,
      'mobilise.minHours': 4,
      'mobilise.maxHours': 6,
      'deadline.hours': 48,
    });
    const tags = new Map(ezhou.sources.map(({ id, tag }) => [id, tag]));
    for (const [path, { source }] of Object.entries(ezhou.defaults)) expect(tags.get(source)).toBe(path === 'city.population' ? 'official' : 'stated');
  });

  it('8 labs hold 20,000 tubes a day in all three districts', () => {
    expect(ezhou.labs).toHaveLength(8);
    expect(sum(ezhou.labs.map(({ tubesPerDay }) => tubesPerDay))).toBe(20_000);
    const districtOf = (villageId: string) => villageId.slice(0, 6);
    expect(new Set(ezhou.labs.map(({ villageId }) => districtOf(villageId))).size).toBe(3);
  });

  it('13 stations share 36 vehicles, seven of them from the list of 2015', () => {
    expect(ezhou.stations).toHaveLength(13);
    expect(sum(ezhou.stations.map(({ vehicles }) => vehicles))).toBe(36);
    expect(Math.min(...ezhou.stations.map(({ vehicles }) => vehicles))).toBeGreaterThanOrEqual(1);
    expect(ezhou.stations.filter(({ source }) => source === 'station-list')).toHaveLength(7);
  });

  it('30 fever clinics, 19 of them township hospitals', () => {
    expect(ezhou.clinics).toHaveLength(30);
    expect(ezhou.clinics.filter(({ name }) => name.zh.endsWith('卫生院'))).toHaveLength(19);
  });

  it('four hospitals are designated; Leishan has 8 wards of 41 beds', () => {
    const designated = ezhou.hospitals.filter((hospital) => hospital.designated).map(({ name }) => name.zh);
    expect(designated.sort()).toEqual(['鄂州市中心医院', '鄂州市第三医院', '鄂钢医院', '鄂州市优抚医院'].sort());
    expect(ezhou.hospitals.find(({ name }) => name.zh.endsWith('雷山院区'))?.beds).toBe(328);
  });

  it('every row names a source that the pack explains, with a tag', () => {
    const known = new Map(ezhou.sources.map((source) => [source.id, source]));
    const lists = [ezhou.districts, ezhou.townships, ezhou.villages, ezhou.labs, ezhou.stations, ezhou.hospitals, ezhou.clinics];
    const named = [
      ...lists.flat().flatMap(({ source, placement }) => (placement ? [source, placement] : [source])),
      ...[...ezhou.water, ...ezhou.roads].map(({ source }) => source),
      ...[...ezhou.districts, ...ezhou.townships].map(({ outlineSource }) => outlineSource ?? 'none'),
      ezhou.travel?.source ?? 'none',
    ];
    expect(named.length).toBeGreaterThan(900);
    for (const id of named) expect(known.get(id)?.tag).toMatch(/^(stated|official|observed|paper|inferred|assumed)$/);
    const behindOthers = ['press-2021', 'village-names', 'fleet-norm'];
    expect([...known.keys()].filter((id) => !named.includes(id) && !behindOthers.includes(id))).toEqual([]);
  });

  it('no place is passed off as measured', () => {
    expect(new Set(Object.values(ezhou.places))).toEqual(new Set(['schematic']));
  });

  it('names: Chinese without Latin letters, English without Han, initials in small letters, none twice in a township', () => {
    const lists = [ezhou.districts, ezhou.townships, ezhou.villages, ezhou.labs, ezhou.stations, ezhou.hospitals, ezhou.clinics];
    for (const { name } of lists.flat()) {
      expect(name.zh).toMatch(/^[\p{Script=Han}]+$/u);
      expect(name.en).toMatch(/^[A-Z][A-Za-zü’(), -]+$/);
    }
    for (const { initials, name } of ezhou.villages) expect(initials).toMatch(new RegExp(`^[a-z]{${name.zh.length}}$`));
    const full = ezhou.villages.map(({ townshipId, name }) => `${townshipId} ${name.zh}`);
    expect(new Set(full).size).toBe(full.length);
  });

  it('village names are short: 太和居委会 is 太和社区, 伯浩村委会 is 伯浩村', () => {
    const named = new Map(ezhou.villages.map(({ id, name, initials }) => [id, [name.zh, name.en, initials]]));
    expect(named.get('420702100001')).toEqual(['太和社区', 'Taihe Community', 'thsq']);
    expect(named.get('420702100201')).toEqual(['伯浩村', 'Bohao Village', 'bhc']);
  });
});
