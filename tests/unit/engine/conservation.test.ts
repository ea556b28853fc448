import { describe, expect, it } from 'vitest';
import { createRun, type ScreeningRun } from '../../../src/engine/index.ts';
import { compileTown } from '../../builders/variant.ts';

const QUARTER = 900_000;
const total = (values: Iterable<number>): number => [...values].reduce((sum, n) => sum + n, 0);

/** People in open tubes at the desks, closed and waiting tubes, courier loads and loads under way, lab queues, plates, recalls. */
function whereSpecimensAre(run: ScreeningRun): { atDesks: number; inTubes: number } {
  const { state } = run;
  const { site, desk, tube } = state;
  let inTubes = 0;
  for (let s = 0; s < run.input.sites.count; s++) {
    for (let i = 0; i < site.tubes[s]; i++) inTubes += tube.people[site.tubeStart[s] + i];
  }
  let atDesks = 0;
  for (let s = 0; s < run.input.sites.count; s++) {
    for (let d = site.deskStart[s]; d < site.deskStart[s] + site.desks[s]; d++) atDesks += desk.tubePeople[d];
  }
  return { atDesks, inTubes };
}

describe('Nobody and nothing is lost', () => {
  const { input } = compileTown({ 'pool.size': 5, 'positives.falsePositivePools': 0.02 }, [
    { kind: 'labCapacity', at: 16, until: 22, lab: 'lab-1', factor: 0 },
    { kind: 'desks', at: 8, desks: -2, until: 12 },
  ]);
  const people = total(input.sites.people);

  it('at every quarter hour people sampled are in open tubes or closed ones, and results never run ahead of deliveries', () => {
    const run = createRun(input, 11, 0);
    let results = 0;
    for (let step = 0; step * QUARTER <= input.horizon; step++) {
      run.advanceTo(step * QUARTER);
      const { site, count } = run.state;
      const { atDesks, inTubes } = whereSpecimensAre(run);
      expect(atDesks + inTubes).toBe(total(site.sampled));
      expect(total(site.sampled)).toBeLessThanOrEqual(total(site.arrived));
      expect(total(site.arrived)).toBeLessThanOrEqual(people);
      const resulted = total(count.resulted);
      expect(resulted).toBeGreaterThanOrEqual(results);
      expect(resulted + count.recalled - count.reswabbed).toBeLessThanOrEqual(total(count.delivered) + count.reswabbed);
      results = resulted;
    }
  });

  it('at the end everybody has arrived, is sampled, delivered and has a result; every recalled person was swabbed again', () => {
    const run = createRun(input, 11, 0);
    run.advanceTo(input.horizon);
    const { count, lab, site } = run.state;
    for (const bins of [count.arrived, count.sampled, count.delivered, count.resulted]) expect(total(bins)).toBe(people);
    expect(total(count.waits)).toBe(people);
    expect(count.recalled).toBeGreaterThan(0);
    expect(count.reswabbed).toBe(count.recalled);
    expect(total(lab.outstanding)).toBe(0);
    expect(total(lab.waiting) + total(lab.priorityWaiting) + total(lab.busyLines)).toBe(0);
    expect(total(lab.assigned)).toBe(total(lab.tubes));
    expect(total(lab.tubes)).toBeGreaterThanOrEqual(total(site.tubes) + count.reswabbed);
    expect(run.state.labWaiting).toBe(0);
  });

  it("no site's desks serve two people at once: busy time is at most desk time on duty, but for the service under way at closing", () => {
    const run = createRun(input, 11, 0);
    run.advanceTo(input.horizon);
    const { site } = run.state;
    const longest = run.state.person.samplingTicks.reduce((most, ticks) => Math.max(most, ticks), 0);
    for (let s = 0; s < input.sites.count; s++)
      expect(site.busyTicks[s]).toBeLessThanOrEqual(site.dutyTicks[s] + 4 * input.sites.deskCapacity[s] * longest);
  });

  it("a site's mean number waiting is its arrival rate times its mean wait (Little)", () => {
    const { input: calm } = compileTown({ 'staff.reading': 'A', openHours: '00:00-24:00' });
    const run = createRun(calm, 3, 0);
    const step = 5000;
    let area = 0;
    for (let at = 0; at <= 60 * 3_600_000; at += step) {
      run.advanceTo(at);
      area += (run.state.site.arrived[0] - run.state.site.sampled[0]) * step;
    }
    expect(run.state.site.sampled[0]).toBe(calm.sites.people[0]);
    expect(area / run.state.site.waitSum[0]).toBeCloseTo(1, 2);
  });
});
