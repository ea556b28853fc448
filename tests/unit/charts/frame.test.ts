import { describe, expect, test } from 'vitest';
import { frameAt } from '../../../src/charts/index.ts';
import type { TypicalRun } from '../../../src/results/index.ts';
import { fixtureCity, fixtureSites } from '../../builders/fixture-city.ts';
import { fixtureRounds } from '../../builders/rounds.ts';

const city = fixtureCity();
const sites = fixtureSites(city, 2);
const steps = 5;

/** Two sites and one lab over an hour, by hand. */
const typical: TypicalRun = {
  replication: 0,
  steps,
  stepMinutes: 15,
  siteQueue: Int32Array.of(0, 10, 30, 20, 0, 0, 0, 0, 0, 0),
  siteSampled: Int32Array.of(0, 0, 40, 100, 100, 0, 0, 0, 0, 0),
  siteWaitMinutes: Float32Array.of(0, 10, 45, 90, 0, 0, 0, 0, 0, 0),
  siteOpen: Uint8Array.of(0, 1, 1, 1, 1, 0, 0, 1, 0, 0),
  siteOpeningHours: Float64Array.of(0.25, 0.5),
  siteFinishHours: Float64Array.of(0.9, Number.NaN),
  siteWaitP90Minutes: new Float64Array(2),
  siteWaitOver60Share: new Float64Array(2),
  sitePeakQueue: Int32Array.of(30, 0),
  siteTubesWaiting: Int32Array.of(0, 1, 2, 3, 4, 0, 0, 0, 0, 0),
  labBacklog: Int32Array.of(0, 0, 5, 9, 9),
  labLinesBusy: Int32Array.of(0, 1, 2, 4, 4),
  labLines: Int32Array.of(4, 4, 4, 4, 0),
  carriedTubes: new Int32Array(steps),
  rounds: fixtureRounds(0, 1),
  recalled: new Int32Array(steps),
  reswabbed: new Int32Array(steps),
  lastPercent: new Int32Array(2),
};

const at = (hours: number, participation?: number) => frameAt(typical, city, sites, hours, participation);

describe('the frame of the typical run', () => {
  test('it is a window onto the run’s columns: nothing is copied', () => {
    const own = { ...typical, siteQueue: typical.siteQueue.slice() };
    const frame = frameAt(own, city, sites, 0.5);
    expect(frame.queue(0)).toBe(30);
    own.siteQueue[2] = 77;
    expect(frame.queue(0)).toBe(77);
  });

  test('counts and waits move evenly between two steps and are the run’s own at every step', () => {
    expect(at(0.25).queue(0)).toBe(10);
    expect(at(0.375).queue(0)).toBe(20);
    expect(at(0.375).waitMinutes(0)).toBe(27.5);
    for (let step = 0; step < steps; step++) {
      const frame = at(step / 4);
      for (let site = 0; site < 2; site++) {
        expect(frame.queue(site)).toBe(typical.siteQueue[site * steps + step]);
        expect(frame.sampled(site)).toBe(typical.siteSampled[site * steps + step]);
        expect(frame.waitMinutes(site)).toBe(typical.siteWaitMinutes[site * steps + step]);
        expect(frame.tubesWaiting(site)).toBe(typical.siteTubesWaiting[site * steps + step]);
      }
      expect(frame.backlog(0)).toBe(typical.labBacklog[step]);
    }
  });

  test('a wait does not fall towards a step in which nobody comes', () => {
    expect(at(0.875).waitMinutes(0)).toBe(90);
    expect(at(0.375).sampled(0)).toBe(20);
    expect(at(0.625).backlog(0)).toBe(7);
  });

  test('before the beginning and after the end it stays at the end', () => {
    expect(at(-3).queue(0)).toBe(0);
    expect(at(99).sampled(0)).toBe(100);
    expect(at(99).step).toBe(steps - 1);
  });

  test('a site goes from not open over clear, queueing and jammed to done', () => {
    expect([0, 0.3, 0.6, 0.8, 0.95].map((hours) => at(hours).state(0))).toEqual(['notOpen', 'clear', 'queue', 'jam', 'done']);
  });

  test('a closed site that has opened before is closed for the night, and one that never finishes is never done', () => {
    expect(at(0.4).state(1)).toBe('notOpen');
    expect(at(0.8).state(1)).toBe('night');
    expect(at(99).state(1)).toBe('night');
  });

  test('the share done counts those who take part', () => {
    const { residents } = sites[0];
    expect(at(0.5).shareDone(0)).toBeCloseTo(40 / residents, 10);
    expect(at(0.5, 0.5).shareDone(0)).toBeCloseTo(80 / residents, 10);
  });

  test('a lab’s use is its busy share of lines, and 0 while it has none', () => {
    expect(at(0.5).labUse(0)).toBe(0.5);
    expect(at(1).lines(0)).toBe(0);
    expect(at(1).labUse(0)).toBe(0);
    expect(at(0).labCount).toBe(1);
  });
});
