import { describe, expect, it } from 'vitest';
import { createAbstractCity } from '../../../src/city/index.ts';
import { compileVariant } from '../../../src/compile/index.ts';
import { createRun, type EngineChange, type ScreeningInput, type ScreeningRun } from '../../../src/engine/index.ts';
import { recordRun, type RunRecord } from '../../../src/results/index.ts';
import type { Change, InputValue } from '../../../src/scenario/index.ts';
import { compileTown, smallTown } from '../../builders/variant.ts';
import { DAY, HOUR, MINUTE, tinyInput, type Tiny } from '../../builders/tiny-input.ts';

function finish(input: ScreeningInput, seed = 9, replication = 0): ScreeningRun {
  const run = createRun(input, seed, replication);
  run.advanceTo(input.horizon);
  return run;
}

function town(inputs: Record<string, InputValue> = {}, changes: readonly Change[] = [], seed = 9, replication = 0): RunRecord {
  const { input, sites } = compileTown(inputs, changes);
  return recordRun(finish(input, seed, replication), sites.length);
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const swab = Float64Array.from({ length: 4097 }, (_, i) => 40_000 + 11 * i);
const busy: Tiny = { people: [600], desks: [2], swab, windowEnd: 5 * HOUR };

/** Waits of the people of the first site in the order of their arrival. */
function waits(run: ScreeningRun): number[] {
  const { person, site } = run.state;
  return Array.from({ length: site.sampled[0] }, (_, k) => person.ready[k] - person.arrival[k]);
}

describe('One first-come-first-served site, draws attached to persons', () => {
  it.each([1, 2, 3, 4, 5])("with %i desks, one more lengthens nobody's wait", (desks) => {
    for (const seed of SEEDS) {
      const few = waits(finish(tinyInput({ ...busy, desks: [desks] }), seed));
      const more = waits(finish(tinyInput({ ...busy, desks: [desks + 1] }), seed));
      expect(more).toHaveLength(few.length);
      more.forEach((wait, k) => expect(wait).toBeLessThanOrEqual(few[k]));
    }
  });

  it("slower swabs shorten nobody's wait", () => {
    for (const seed of SEEDS) {
      const quick = waits(finish(tinyInput(busy), seed));
      const slow = waits(finish(tinyInput({ ...busy, swab: swab.map((ticks) => 1.2 * ticks) }), seed));
      slow.forEach((wait, k) => expect(wait).toBeGreaterThanOrEqual(quick[k]));
    }
  });

  it('people who come later on change nothing for those before them', () => {
    const changes: EngineChange[] = [{ at: 3 * HOUR, kind: 'arrivals', sites: Int32Array.of(0), factor: 0.1, until: 4 * HOUR }];
    const plain = finish(tinyInput(busy));
    const rain = finish(tinyInput({ ...busy, changes }));
    const before = plain.state.person.arrival.subarray(0, 600).filter((at) => at < 3 * HOUR).length;
    expect(waits(rain).slice(0, before)).toEqual(waits(plain).slice(0, before));
  });

  it('in a unit of time twice as long the same thing happens in half the ticks, within one tick a person', () => {
    const whole = tinyInput({ ...busy, swab: 50_000, hours: { open: 0, close: DAY } });
    const ends = finish(whole).state;
    const halved = finish(tinyInput({ ...busy, swab: 25_000, windowEnd: 2.5 * HOUR })).state;
    expect(Math.abs(halved.site.finish[0] - ends.site.finish[0] / 2)).toBeLessThanOrEqual(2);
    for (let k = 0; k < 600; k++) expect(Math.abs(halved.person.ready[k] - ends.person.ready[k] / 2)).toBeLessThanOrEqual(2);
  });

  it('split into two halves of one desk each, the mean wait over seeds is not shorter than with two desks together', () => {
    let together = 0;
    let apart = 0;
    for (const seed of SEEDS) {
      together += finish(tinyInput(busy), seed).state.site.waitSum[0];
      const halves = finish(tinyInput({ ...busy, people: [300, 300], desks: [1, 1] }), seed).state.site.waitSum;
      apart += halves[0] + halves[1];
    }
    expect(apart).toBeGreaterThan(together);
  });

  it('where the desks lie in the row does not matter for who waits how long', () => {
    const run = finish(tinyInput({ ...busy, desks: [3] }));
    const other = finish(tinyInput({ ...busy, people: [50, 600], desks: [4, 3], sites: { key: Uint32Array.of(77, 1000) } }));
    expect(Array.from(other.state.person.ready.subarray(50, 650))).toEqual(Array.from(run.state.person.ready.subarray(0, 600)));
  });
});

describe('Names, order and places', () => {
  it('display names change nothing', () => {
    const { city, scenario } = smallTown();
    const renamed = {
      ...city,
      name: { zh: '别名', en: 'Another' },
      townships: city.townships.map((t) => ({ ...t, name: { zh: '镇', en: 'Town' } })),
      villages: city.villages.map((v) => ({ ...v, name: { zh: '村', en: 'Village' } })),
    };
    const plain = compileVariant(city, scenario);
    const other = compileVariant(renamed, { ...scenario, name: 'otherwise', note: 'a note' });
    expect(recordRun(finish(other.input), 4)).toEqual(recordRun(finish(plain.input), 4));
  });

  it('a site more moves no draw of the others: openings, speeds, arrivals, swabs, key groups, infections, false positives', () => {
    const lively: Partial<Tiny> = {
      rest: { mobilise: { min: 4 * HOUR, max: 6 * HOUR }, uncertainty: { cityCv: 0.1, siteCv: 0.05 } },
      pool: { keyShare: 0.05 },
      positives: { prevalence: 0.05, falsePositivePools: 0.1 },
      windowEnd: 12 * HOUR,
    };
    const two = finish(tinyInput({ ...busy, ...lively, people: [400, 500], desks: [2, 2] }));
    const three = finish(tinyInput({ ...busy, ...lively, people: [400, 500, 700], desks: [2, 2, 3] }));
    const first = ({ state: { person, site, tube } }: ScreeningRun): number[][] => [
      Array.from(site.opening.subarray(0, 2)),
      Array.from(site.speed.subarray(0, 2)),
      Array.from(person.arrival.subarray(0, 900)),
      Array.from(person.ready.subarray(0, 900)),
      Array.from(person.samplingTicks.subarray(0, 900)),
      Array.from(site.tubes.subarray(0, 2)),
      [0, 1].flatMap((s) => Array.from(tube.marks.subarray(site.tubeStart[s], site.tubeStart[s] + site.tubes[s]))),
    ];
    expect(first(three)).toEqual(first(two));
    expect(first(two)[0][0]).not.toBe(first(two)[0][1]);
  });

  it('the order in which sites are listed changes none of their finishes', () => {
    const keys = Uint32Array.of(5, 6, 7);
    const run = finish(tinyInput({ ...busy, people: [300, 400, 500], desks: [1, 2, 3], sites: { key: keys } }));
    const turned = finish(tinyInput({ ...busy, people: [500, 300, 400], desks: [3, 1, 2], sites: { key: Uint32Array.of(7, 5, 6) } }));
    const [a, b, c] = run.state.site.finish;
    expect(Array.from(turned.state.site.finish)).toEqual([c, a, b]);
  });

  it('the order in which changes of different dates are written is irrelevant', () => {
    const changes: Change[] = [
      { kind: 'pace', at: 9, until: 20, factor: 1.3 },
      { kind: 'labCapacity', at: 15, lab: 'all', factor: 0.5 },
      { kind: 'arrivals', at: 8, until: 10, factor: 0.5 },
      { kind: 'couriers', at: 12, factor: 2 },
      { kind: 'poolSize', at: 11, size: 5 },
    ];
    expect(town({}, [...changes].reverse())).toEqual(town({}, changes));
  });

  it('a change that changes nothing changes nothing: factor 1, pool size as it is, nobody added', () => {
    const idle: Change[] = [
      { kind: 'pace', at: 9, factor: 1 },
      { kind: 'travel', at: 9, factor: 1 },
      { kind: 'poolSize', at: 9, size: 10 },
      { kind: 'couriers', at: 9, factor: 1 },
      { kind: 'labCapacity', at: 0, lab: 'all', factor: 1 },
      { kind: 'desks', at: 9, desks: 0 },
    ];
    expect(town({}, idle)).toEqual(town());
  });
});

describe('Seeds and replications', () => {
  it('the same seed and replication give the same bytes, also in memory that another run has used', () => {
    const { input } = compileTown();
    const fresh = recordRun(finish(input, 3, 1), 4);
    const used = createRun(input, 3, 1, finish(input, 8, 5));
    used.advanceTo(input.horizon);
    expect(recordRun(used, 4)).toEqual(fresh);
  });

  it('other seeds and other replications give other runs', () => {
    const finishes = [town(), town({}, [], 10), town({}, [], 9, 1), town({}, [], 10, 1)].map(({ kpis }) => kpis.sampledFinishHours);
    expect(new Set(finishes).size).toBe(4);
  });

  it('with luck alone all sites share one speed: the mean swab is the stated one at every seed', () => {
    for (const seed of SEEDS.slice(0, 4)) {
      const speeds = (inputs: Record<string, InputValue>): number[] =>
        Array.from(createRun(compileTown(inputs).input, seed, 0).state.site.speed);
      expect(speeds({ 'uncertainty.luckOnly': true })).toEqual([1, 1, 1, 1]);
      expect(new Set(speeds({})).size).toBe(4);
      const cityOnly = speeds({ 'uncertainty.siteCv': 0 });
      expect(new Set(cityOnly).size).toBe(1);
      expect(cityOnly[0]).not.toBe(1);
    }
  });

  it('city and site factors have the stated spread over 400 replications', () => {
    const { input } = compileTown({ 'uncertainty.siteCv': 0, 'uncertainty.cityCv': 0.1 });
    let spent: ScreeningRun | undefined;
    const speeds = Array.from({ length: 400 }, (_, replication) => (spent = createRun(input, 1, replication, spent)).state.site.speed[0]);
    const mean = speeds.reduce((a, b) => a + b, 0) / 400;
    const cv = Math.sqrt(speeds.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 399) / mean;
    expect(Math.abs(mean - 1)).toBeLessThan((4 * 0.1) / 20);
    expect(Math.abs(cv - 0.1)).toBeLessThan((4 * 0.1) / Math.sqrt(800));
  });
});

describe('Tubes and labs', () => {
  const people = 6000;
  it('no prevalence and no false positives: no recalls, and the last first result is the last result', () => {
    const { kpis } = town({ 'positives.prevalence': 0, 'positives.falsePositivePools': 0 });
    expect(kpis.recalledPeople).toBe(0);
    expect(kpis.firstResultFinishHours).toBe(kpis.resultedFinishHours);
  });

  it('pools of one are individual testing: as many tubes as people, and key groups make no difference', () => {
    const calm = { 'positives.prevalence': 0, 'positives.falsePositivePools': 0, 'pool.size': 1 };
    expect(town({ ...calm, 'pool.keyShare': 0.5 }).kpis.tubes).toBe(people);
    expect(town({ ...calm, 'pool.keyShare': 0 }).kpis.tubes).toBe(people);
  });

  it('a share of key groups of one is individual testing too', () => {
    expect(town({ 'positives.prevalence': 0, 'positives.falsePositivePools': 0, 'pool.keyShare': 1 }).kpis.tubes).toBe(people);
  });

  it('nothing about labs, couriers, pools or positives changes when anybody is swabbed', () => {
    const plain = town();
    const others: readonly Record<string, InputValue>[] = [
      { 'lab.tubesPerDay': 90 },
      { 'pool.size': 1 },
      { 'courier.roundMinutes': 30 },
      { 'positives.prevalence': 0.05 },
      { 'lab.runHours': 8 },
      { 'lab.count': 1 },
    ];
    for (const inputs of others) {
      const other = town(inputs);
      expect(other.series.sampled.slice(0, 200)).toEqual(plain.series.sampled.slice(0, 200));
      expect(other.kpis.sampledFinishHours).toBe(plain.kpis.sampledFinishHours);
      expect(other.kpis.waitMeanMinutes).toBe(plain.kpis.waitMeanMinutes);
    }
  });

  it('reporting an hour later makes every first result an hour later and nothing else', () => {
    const calm = { 'positives.prevalence': 0, 'positives.falsePositivePools': 0 };
    const plain = town(calm).kpis;
    const late = town({ ...calm, 'lab.reportMinutes': 90 }).kpis;
    expect(late.firstResultFinishHours! - plain.firstResultFinishHours!).toBeCloseTo(1, 9);
    expect(late.plates).toBe(plain.plates);
    expect(late.labUtilisation).toBeLessThanOrEqual(plain.labUtilisation);
  });

  it('ten times the labs are never later with the first results where labs are what everybody waits for', () => {
    for (const seed of SEEDS.slice(0, 4)) {
      const calm = { 'positives.prevalence': 0, 'positives.falsePositivePools': 0 };
      const few = town({ ...calm, 'lab.tubesPerDay': 100 }, [], seed).kpis;
      const many = town({ ...calm, 'lab.tubesPerDay': 1000 }, [], seed).kpis;
      expect(many.resultedT99Hours!).toBeLessThan(few.resultedT99Hours!);
    }
  });

  it('a second round over the first changes nothing that happened before it began', () => {
    const once = town({ 'rounds.count': 1 });
    const twice = town({ 'rounds.count': 2, 'rounds.intervalHours': 70 });
    expect(twice.kpis.sampledFinishHours).toBe(once.kpis.sampledFinishHours);
    expect(twice.kpis.unsampledAtDeadline).toBe(once.kpis.unsampledAtDeadline);
    expect(twice.series.sampled.slice(0, 280)).toEqual(once.series.sampled.slice(0, 280));
    expect(twice.kpis.swabs).toBeGreaterThan(1.99 * people);
  });
});

describe('Sizes', () => {
  it('twice the people, sites, desks and labs finish at about the same time', () => {
    const of = (k: number): number => {
      const city = createAbstractCity({ population: 6000 * k });
      const scenario = {
        ...smallTown().scenario,
        inputs: {
          'city.population': 6000 * k,
          'city.sites': 8 * k,
          'city.siteSpread': 0,
          'staff.total': 16 * k,
          'devices.total': 8 * k,
          'lab.tubesPerDay': 400 * k,
          'lab.count': 2,
          'uncertainty.luckOnly': true,
        },
      };
      const { input } = compileVariant(city, scenario);
      return finish(input).state.count.finishSampled[0] / HOUR;
    };
    expect(Math.abs(of(4) / of(2) - 1)).toBeLessThan(0.03);
  });

  it('half the participants leave half the tubes and less waiting', () => {
    const all = town().kpis;
    const half = town({ 'demand.participation': 0.5 }).kpis;
    expect(half.swabs / all.swabs).toBeGreaterThan(0.48);
    expect(half.swabs / all.swabs).toBeLessThan(0.52);
    expect(half.waitMeanMinutes).toBeLessThan(all.waitMeanMinutes);
  });

  it('a whole city of one person is done one swab after the opening', () => {
    const run = finish(tinyInput({ people: [1], opening: 4 * HOUR }));
    expect(run.state.count.finishSampled[0]).toBe(4 * HOUR + MINUTE);
  });

  it('hundreds of desks at 99.7 % of their capacity do not overflow', () => {
    const run = finish(tinyInput({ people: [60_000], desks: [300], swab: 299_100, windowEnd: 1000 * MINUTE, rest: { horizon: 5 * DAY } }));
    expect(run.state.site.sampled[0]).toBe(60_000);
    expect(run.state.site.busyTicks[0]).toBe(60_000 * 299_100);
    expect(run.state.site.finish[0]).toBeGreaterThanOrEqual((60_000 * 299_100) / 300);
  });
});
