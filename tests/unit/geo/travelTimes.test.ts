import { describe, expect, it } from 'vitest';
import { kilometresBetween, localMinutes, placeTravelMinutes, TRAVEL_RULES, type RoadNetwork } from '../../../src/geo/index.ts';
import type { LngLat } from '../../../src/units/index.ts';

/** One degree of latitude on the sphere of 6,371.0088 km. */
const DEGREE_KM = 111.195;
/** A point so many kilometres north of 30° N, 114° E. */
const north = (km: number): LngLat => [114, 30 + km / DEGREE_KM];

const network = (changes: Partial<RoadNetwork> = {}): RoadNetwork => ({
  centres: [
    { at: north(0), urban: false },
    { at: north(40), urban: false },
  ],
  places: [
    { at: north(-10), centre: 0 },
    { at: north(50), centre: 1 },
  ],
  links: [{ from: 0, to: 1, km: 50, motorway: false }],
  ...changes,
});

describe('travel times between places', () => {
  it('a degree of latitude is 111.2 km', () => {
    expect(kilometresBetween([114, 30], [114, 31])).toBeCloseTo(DEGREE_KM, 2);
  });

  it('add access, link and access: 13 km + 50 km + 13 km at 50 km/h are 91.2 minutes', () => {
    expect(placeTravelMinutes(network())[1]).toBeCloseTo(91.2, 3);
  });

  it('a motorway goes 80 km/h: 50 km in 37.5 minutes', () => {
    expect(placeTravelMinutes(network({ links: [{ from: 0, to: 1, km: 50, motorway: true }] }))[1]).toBeCloseTo(15.6 + 37.5 + 15.6, 3);
  });

  it('city streets go 35 km/h when both ends are urban; half and half at the border', () => {
    const urban = network({
      centres: [
        { at: north(0), urban: true },
        { at: north(40), urban: true },
      ],
    });
    expect(placeTravelMinutes(urban)[1]).toBeCloseTo((76 / 35) * 60, 3);
    expect(localMinutes(north(0), north(10), true, false, TRAVEL_RULES)).toBeCloseTo((6.5 / 35 + 6.5 / 50) * 60, 3);
  });

  it('places of one centre go straight across when that is shorter than by the centre', () => {
    const pair = network({
      places: [
        { at: north(10), centre: 0 },
        { at: north(14), centre: 0 },
      ],
    });
    expect(placeTravelMinutes(pair)[1]).toBeCloseTo(((4 * 1.3) / 50) * 60, 3);
  });

  it('neighbours of two centres up to 3 km apart are joined, farther ones are not', () => {
    const apart = (km: number) =>
      placeTravelMinutes(
        network({
          places: [
            { at: north(18), centre: 0 },
            { at: north(18 + km), centre: 1 },
          ],
        }),
      )[1];
    expect(apart(2.9)).toBeCloseTo(((2.9 * 1.3) / 50) * 60, 3);
    expect(apart(3.1)).toBeGreaterThan(60);
  });

  it('a place beyond a ferry is reached by boat alone', () => {
    const island = network({
      places: [
        { at: north(1), centre: 0, ferryMinutes: 30 },
        { at: north(2), centre: 0 },
      ],
    });
    expect(placeTravelMinutes(island)[1]).toBeCloseTo(30 + ((2 * 1.3) / 50) * 60, 3);
  });

  it('no trip is shorter than 3 minutes', () => {
    const near = network({
      places: [
        { at: north(1), centre: 0 },
        { at: north(1.1), centre: 0 },
      ],
    });
    expect([...placeTravelMinutes(near)]).toEqual([3, 3, 3]);
  });

  it('says so when a place cannot be reached', () => {
    expect(() => placeTravelMinutes(network({ links: [] }))).toThrow(RangeError);
  });
});
