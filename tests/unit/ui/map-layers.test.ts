import { describe, expect, test } from 'vitest';
import { createText } from '../../../src/text/index.ts';
import { createCityRun, crowding, deskSteps, townshipShares } from '../../../src/ui/round/index.ts';
import { densities, outlineArea } from '../../../src/ui/map/ground.ts';
import { classWords } from '../../../src/ui/map/LayerKey.tsx';
import { classOf, classScale, isMapLayer, MAP_LAYERS, mapScales, type MapLayer } from '../../../src/ui/map/layers.ts';
import { studyFixture } from '../../builders/study.ts';
import { TICKS_PER_HOUR } from '../../../src/units/index.ts';

const fixture = studyFixture({ siteCount: 40 });
const run = createCityRun({ ...fixture, desks: fixture.facts.desks, input: null });
const scales = mapScales(fixture.typical, 48);
const classed = MAP_LAYERS.filter((layer) => classScale(layer, scales, 'light') !== null);

describe('layers in classes', () => {
  test('there are classes for what is no smooth ramp and no shape', () => {
    expect(classed).toEqual(['crowding', 'township', 'use', 'finish', 'population']);
  });

  test.each(classed)('%s: its legend names every class once, and a bound belongs to the class above it', (layer) => {
    for (const theme of ['light', 'dark'] as const) {
      const scale = classScale(layer, scales, theme)!;
      expect(scale.colors).toHaveLength(scale.tops.length + 1);
      expect(new Set(scale.colors).size).toBe(scale.colors.length);
      scale.tops.forEach((top, index) => {
        expect(classOf(scale, top - 1e-6)).toBe(index);
        expect(classOf(scale, top)).toBe(index + 1);
      });
      for (const language of ['zh', 'en'] as const) {
        const words = classWords(layer, scale, createText(language));
        expect(new Set(words).size).toBe(scale.colors.length);
      }
    }
  });

  test('the deadline parts early from late in the legend of finishes', () => {
    const { tops } = classScale('finish', scales, 'light')!;
    expect(tops).toContain(48);
    const soon = classScale('finish', mapScales(null, 12), 'light')!;
    expect(soon.tops[0]).toBe(12);
    expect(classWords('finish', soon, createText('zh'))[0]).toBe('T+12 前');
  });

  test('a remembered name that is no layer is not one', () => {
    expect(MAP_LAYERS.every(isMapLayer)).toBe(true);
    expect(isMapLayer('heat' as MapLayer)).toBe(false);
  });
});

describe('crowding', () => {
  test('is the people in the queue for each desk', () => {
    const frame = run.frameAt(10);
    for (let site = 0; site < 40; site++) expect(crowding(run, frame, site)! * fixture.facts.desks[site]).toBeCloseTo(frame.queue(site), 6);
    expect(Array.from({ length: 40 }, (_, site) => crowding(run, frame, site)).some((value) => value! > 0)).toBe(true);
  });

  test('counts desks that a dated change has brought from its hour on, and none where there is no desk', () => {
    const changes = [{ at: 12 * TICKS_PER_HOUR, kind: 'desks' as const, sites: Int32Array.of(1, 99), delta: Int32Array.of(3, 5) }];
    const steps = deskSteps(Int32Array.of(0, 2), changes);
    expect(steps.map(({ hours }) => hours)).toEqual([-Infinity, 12]);
    expect(Array.from(steps[1].desks)).toEqual([0, 5]);
    const none = createCityRun({ ...fixture, desks: new Int32Array(40), input: null });
    expect(crowding(none, none.frameAt(10), 0)).toBeNull();
  });
});

describe('townships', () => {
  test('their shares, weighted by their people, are the city’s', () => {
    const frame = run.frameAt(30);
    const shares = townshipShares(run, frame);
    const participation = fixture.study.participants / fixture.study.population;
    let people = 0;
    shares.forEach((share, township) => {
      if (!Number.isNaN(share)) people += share * run.townshipResidents[township] * participation;
    });
    const sampled = fixture.sites.reduce((sum, _, site) => sum + frame.sampled(site), 0);
    expect(people / sampled).toBeCloseTo(1, 6);
  });

  test('one that no site serves has no share and no density', () => {
    const blank = { ...run, townshipResidents: Float64Array.of(0, 100), townshipOf: new Int32Array(40).fill(1) };
    expect(townshipShares(blank, run.frameAt(30))[0]).toBeNaN();
    expect(Array.from(densities(blank, Float64Array.of(2, 50)))).toEqual([NaN, 2]);
  });

  test('the area of an outline is that of the ground: a tenth of a degree a side at 30° north, less its hole', () => {
    const square = (from: number, to: number) => [
      [110 + from, 30 + from],
      [110 + to, 30 + from],
      [110 + to, 30 + to],
      [110 + from, 30 + to],
      [110 + from, 30 + from],
    ];
    const whole = outlineArea({ type: 'Polygon', coordinates: [square(0, 0.1)] });
    expect(whole).toBeGreaterThan(106.5);
    expect(whole).toBeLessThan(107.8);
    const holed = outlineArea({ type: 'Polygon', coordinates: [square(0, 0.1), square(0.02, 0.07).toReversed()] });
    expect(holed / whole).toBeCloseTo(0.75, 2);
  });
});
