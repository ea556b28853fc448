import { describe, expect, it } from 'vitest';
import { createRun, type ScreeningRun } from '../../../src/engine/index.ts';
import { recordRun } from '../../../src/results/index.ts';
import { DAY, HOUR, MINUTE, tinyInput, type Tiny } from '../../builders/tiny-input.ts';
import { atLabOf } from '../../builders/at-lab.ts';

const AMPLE = { tubesPerDay: Float64Array.of(1e6) };

function complete(tiny: Tiny, seed = 1): ScreeningRun {
  const input = tinyInput({ labs: AMPLE, ...tiny });
  const run = createRun(input, seed, 0);
  run.advanceTo(input.horizon);
  return run;
}

const total = (values: Iterable<number>): number => [...values].reduce((sum, n) => sum + n, 0);

describe('Positive pools', () => {
  it('without infections and without false positives nobody is recalled', () => {
    const { count } = complete({ people: [3000], desks: [5] }).state;
    expect([count.recalled, count.reswabbed, count.confirmed]).toEqual([0, 0, 0]);
  });

  it('all members of a positive pool are recalled and swabbed again, nobody else', () => {
    const run = complete({ people: [1003], desks: [3], positives: { falsePositivePools: 1 } });
    expect(run.state.count.recalled).toBe(1003);
    expect(run.state.count.reswabbed).toBe(1003);
    expect(run.state.count.confirmed).toBe(0);
    expect(total(run.state.count.resulted)).toBe(1003);
  });

  it('at a deadline between pool and re-test everybody has been read and nobody has a result', () => {
    const tiny = { people: [300], desks: [10], positives: { falsePositivePools: 1 } };
    const read = complete(tiny).state.count.finishFirst[0];
    const rest = { deadline: { ticks: read + HOUR, fromFirstOpening: false } };
    const { kpis } = recordRun(complete({ ...tiny, rest }), 1);
    expect([kpis.unreadAtDeadline, kpis.unresultedAtDeadline]).toEqual([0, 300]);
    const early = { deadline: { ticks: read - 1, fromFirstOpening: false } };
    expect(recordRun(complete({ ...tiny, rest: early }), 1).kpis.unreadAtDeadline).toBeGreaterThan(0);
  });

  it('are recalled two to eight hours after the result, evenly, each person by a draw of its own', () => {
    const run = complete({ people: [4000], desks: [40], positives: { falsePositivePools: 1 } });
    const { recall, site } = run.state;
    const released = new Map<number, number>();
    const delays: number[] = [];
    // A pool's members are recalled in a row: their earliest delay is at least two hours after the pool's own result.
    for (let i = 0; i < recall.size; i++) delays.push(recall.swabbedAt[i] / HOUR);
    expect(recall.size).toBe(4000);
    let next = 0;
    for (let i = 0; i < recall.size;) {
      const size = 10;
      const group = delays.slice(i, i + size);
      expect(Math.max(...group) - Math.min(...group)).toBeLessThanOrEqual(6);
      released.set(next++, Math.min(...group));
      i += size;
    }
    expect(site.tubes[0]).toBe(400);
    const lab = atLabOf(run.state)[0];
    const first = lab + 4 * HOUR;
    expect(Math.min(...delays) * HOUR).toBeGreaterThan(first + 2 * HOUR);
    const spans = [...released.keys()].map((k) => {
      const group = delays.slice(10 * k, 10 * k + 10);
      return Math.max(...group) - Math.min(...group);
    });
    // Ten even draws over six hours span 6 × 9/11 h on average.
    const mean = total(spans) / spans.length;
    expect(Math.abs(mean - 6 * (9 / 11))).toBeLessThan((4 * 6 * Math.sqrt(18 / (121 * 12))) / Math.sqrt(400));
  });

  it('with recall after exactly two hours, everything adds up: the way, the plate, the run, the report, twice', () => {
    const run = complete({
      people: [1],
      labs: { ...AMPLE, fromSite: Int32Array.of(20 * MINUTE), tubesPerDay: Float64Array.of(564) },
      positives: { falsePositivePools: 1, recallMin: 2 * HOUR, recallMax: 2 * HOUR },
    });
    const once = 20 * MINUTE + 30 * MINUTE + 4 * HOUR + 30 * MINUTE;
    const picked = run.state.count.rounds.startedAt[0];
    expect(run.state.count.finishResulted[0]).toBe(picked + once + 2 * HOUR + once);
    expect(run.state.count.finishFirst[0]).toBe(picked + once);
  });

  it('a perfect assay confirms exactly the infected; the door teams make single tubes of them', () => {
    const run = complete({ people: [40_000], desks: [40], positives: { prevalence: 0.002 } }, 3);
    const { count, tube, site } = run.state;
    let infected = 0;
    let hit = 0;
    for (let i = 0; i < site.tubes[0]; i++) {
      const inside = tube.marks[site.tubeStart[0] + i] & 0xfffff;
      infected += inside;
      if (inside > 0) hit += tube.people[site.tubeStart[0] + i];
    }
    expect(Math.abs(infected - 80)).toBeLessThan(4 * Math.sqrt(80));
    expect(count.confirmed).toBe(infected);
    expect(count.recalled).toBe(hit);
    // Each of them gives a specimen of one's own.
    expect(run.state.recall.size).toBe(hit);
    expect(count.reswabbed).toBe(hit);
  });

  it('an assay of sensitivity 0.8 finds 0.8 of the pools with one infected person and 0.8 of those again', () => {
    const run = complete(
      { people: [60_000], desks: [60], pool: { size: 1, keyShare: 0, fillTicks: HOUR }, positives: { prevalence: 0.05, sensitivity: 0.8 } },
      5,
    );
    const { count, tube, site } = run.state;
    let infected = 0;
    for (let i = 0; i < site.tubes[0]; i++) infected += tube.marks[site.tubeStart[0] + i] & 0xfffff;
    expect(Math.abs(count.recalled - 0.8 * infected)).toBeLessThan(4 * Math.sqrt(0.16 * infected));
    expect(Math.abs(count.confirmed - 0.64 * infected)).toBeLessThan(4 * Math.sqrt(0.2304 * infected));
  });

  it('false positives are as many as their share of the pools', () => {
    const run = complete({ people: [60_000], desks: [60], positives: { falsePositivePools: 0.01 } }, 7);
    const pools = run.state.site.tubes[0];
    expect(Math.abs(run.state.count.recalled / 10 - 0.01 * pools)).toBeLessThan(4 * Math.sqrt(0.01 * pools) + 1);
  });

  it('a recall delays the final result of its members alone: the last first result comes before', () => {
    const run = complete({ people: [500], desks: [2], positives: { falsePositivePools: 0.1 } }, 2);
    const { kpis } = recordRun(run, 1);
    expect(kpis.recalledPeople).toBeGreaterThan(0);
    expect(kpis.firstResultFinishHours!).toBeLessThan(kpis.resultedFinishHours! - 2);
    const calm = recordRun(complete({ people: [500], desks: [2] }, 2), 1).kpis;
    expect(calm.firstResultFinishHours).toBe(calm.resultedFinishHours);
    expect(kpis.firstResultFinishHours).toBe(calm.firstResultFinishHours);
  });

  it('re-swabs do not stand in the queue: the sites are done when they would have been', () => {
    const plain = complete({ people: [800], desks: [2] });
    const positive = complete({ people: [800], desks: [2], positives: { falsePositivePools: 1, recallMin: 0, recallMax: HOUR } });
    expect(Array.from(positive.state.person.ready.subarray(0, 800))).toEqual(Array.from(plain.state.person.ready.subarray(0, 800)));
  });
});

describe('Unresulted at the deadline', () => {
  it('are those whose final result is out after it', () => {
    const run = complete({ people: [4000], labs: { tubesPerDay: Float64Array.of(564), plate: 94 }, pool: { size: 1 }, desks: [20] });
    const { kpis } = recordRun(run, 1);
    // One line, a plate every four hours from the first on: plates that end at least half an hour before T+48 h count.
    const first = run.state.lab.firstAt[0];
    const plates = Math.floor((48 * HOUR - 30 * MINUTE - first) / (4 * HOUR));
    expect(4000 - kpis.unresultedAtDeadline).toBeGreaterThanOrEqual((plates - 1) * 94);
    expect(4000 - kpis.unresultedAtDeadline).toBeLessThanOrEqual(plates * 94);
    expect(kpis.resultedFinishHours! * HOUR).toBeGreaterThan(6 * DAY);
  });
});
