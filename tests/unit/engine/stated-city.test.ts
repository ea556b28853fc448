import { describe, expect, it } from 'vitest';
import { createAbstractCity } from '../../../src/city/index.ts';
import { compileVariant } from '../../../src/compile/index.ts';
import { createRun } from '../../../src/engine/index.ts';
import { recordRun, type RunKpis } from '../../../src/results/index.ts';
import type { InputValue } from '../../../src/scenario/index.ts';
import { constantTable, DAY, HOUR, tinyInput } from '../../builders/tiny-input.ts';

function record(population: number, inputs: Record<string, InputValue>, replication = 0): RunKpis {
  const city = createAbstractCity({ population });
  const scenario = {
    schema: 'pingzhan.scenario/1' as const,
    name: 'stated',
    city: 'abstract',
    inputs: { 'city.population': population, 'horizon.days': 8, ...inputs },
    changes: [],
  };
  const { input, sites } = compileVariant(city, scenario);
  const run = createRun(input, 1, replication);
  run.advanceTo(input.horizon);
  return recordRun(run, sites.length).kpis;
}

describe("A two-sampler site on the plan's own hours", () => {
  const OPEN_HOURS = 11 + 18 + 2; // from T+5 h (13:00) to midnight, 06:00 to midnight, 06:00 to 08:00

  it('at exactly 52.8 people an hour each does 3,273 people by T+48 h', () => {
    const ticks = Math.round(3_600_000 / 52.8);
    const run = createRun(
      tinyInput({
        people: [3482],
        desks: [2],
        swab: constantTable(ticks),
        opening: 5 * HOUR,
        hours: { open: 6 * HOUR, close: DAY },
        windowEnd: 0,
      }),
      1,
      0,
    );
    run.advanceTo(run.input.horizon);
    const done = 3482 - recordRun(run, 1).kpis.unsampledAtDeadline;
    // 2 × 52.8 × 31 = 3,273.6; of the last two swabs both begin before T+48 h and are not over at it.
    expect(OPEN_HOURS * 2 * 52.8).toBeCloseTo(3273.6, 9);
    expect(done).toBeGreaterThanOrEqual(3272);
    expect(done).toBeLessThanOrEqual(3276);
  });

  it('with the default swab, breaks and device does as many, within four standard errors over 20 runs', () => {
    const inputs = {
      'city.sites': 1,
      'staff.total': 2,
      'staff.reading': 'A',
      'devices.total': 1,
      'mobilise.minHours': 5,
      'mobilise.maxHours': 5,
      'uncertainty.luckOnly': true,
      'demand.windowEndHours': 6,
    };
    let done = 0;
    for (let replication = 0; replication < 20; replication++) done += 3482 - record(3482, inputs, replication).unsampledAtDeadline;
    // One swab has cv 0.153: the number done in 31 h has a standard deviation of 9 a run.
    expect(Math.abs(done / 20 - 3273.6)).toBeLessThan((4 * 9) / Math.sqrt(20) + 1);
  });
});

describe('The stated city with equal sites and luck alone', () => {
  const equal = {
    'city.sites': 310,
    'city.siteSpread': 0,
    'uncertainty.luckOnly': true,
    'staff.total': 746,
    'devices.total': 310,
    'lab.tubesPerDay': 20_000,
  };

  it('746 lone samplers (reading A) leave 31,000 to 38,000 people unsampled at T+48 h, at the 184 sites that have two, and end near T+50 h', () => {
    const slots = record(1_079_353, { ...equal, 'staff.reading': 'A', 'demand.mode': 'slots' });
    expect(slots.unsampledAtDeadline).toBeGreaterThan(31_000);
    expect(slots.unsampledAtDeadline).toBeLessThan(38_300); // 184 × (3,482 − 3,273.6) when nobody is ever idle
    expect(slots.sampledFinishHours!).toBeGreaterThan(49);
    expect(slots.sampledFinishHours!).toBeLessThan(51.5);
    expect(slots.sitesUnfinishedAtDeadline).toBe(184);
    // People who come as they like leave samplers idle in the thin hours, so a few thousand more miss it.
    const walkIn = record(1_079_353, { ...equal, 'staff.reading': 'A' });
    expect(walkIn.unsampledAtDeadline).toBeGreaterThan(slots.unsampledAtDeadline);
    expect(walkIn.unsampledAtDeadline).toBeLessThan(1.1 * 38_300);
    expect(walkIn.sampledFinishHours!).toBeLessThan(51.5);
  });

  it('373 pairs (reading B) leave about 469,000 and end between T+95 h and T+108 h', () => {
    const kpis = record(1_079_353, { ...equal, 'staff.reading': 'B' });
    expect(Math.abs(kpis.unsampledAtDeadline / 469_000 - 1)).toBeLessThan(0.03);
    expect(kpis.sampledFinishHours!).toBeGreaterThan(95);
    expect(kpis.sampledFinishHours!).toBeLessThan(108);
  });

  it('one round takes its 117,650 tubes and, at 20,000 a day, 5.9 days of the labs', () => {
    const kpis = record(1_079_353, { ...equal, 'staff.reading': 'A', 'positives.prevalence': 0, 'positives.falsePositivePools': 0 });
    // Some tubes close before they are full: a few more than n/10 and the key groups.
    expect(kpis.tubes).toBeGreaterThan(117_650);
    expect(kpis.tubes).toBeLessThan(117_650 * 1.06);
    expect(kpis.resultedFinishHours! / 24).toBeGreaterThan(kpis.tubes / 20_000);
    expect(kpis.resultedFinishHours! / 24).toBeLessThan(kpis.tubes / 20_000 + 0.7);
  });
});
