import { describe, expect, it } from 'vitest';
import { pairedShareInterval } from '../../../src/engine/index.ts';
import {
  comparePaired,
  createLocalRunner,
  createSimulator,
  findLeast,
  PRECISION_BATCH,
  runClaimCheck,
  runMarginals,
  runRecords,
  runStudy,
  withChange,
  withInputs,
  type Variant,
} from '../../../src/experiment/index.ts';
import { finish, type RunRecord } from '../../../src/results/index.ts';
import { createPoolRunner } from '../../../src/worker/index.ts';
import { fakeRunner, madeUpRecord } from '../../builders/fake-runner.ts';
import { createPortHere } from '../../builders/port-here.ts';
import { smallTown } from '../../builders/variant.ts';

const town = smallTown({ 'city.population': 1500, 'staff.total': 8 });

/** Every other worker answers late, so that answers come out of order. */
const pool = (width: number): ReturnType<typeof createPoolRunner> => {
  let made = 0;
  return createPoolRunner(() => createPortHere(made++ % 2 === 0 ? 3 : 0), width);
};

describe('A study', () => {
  it('is the same for one worker, three and eight, and in this thread', async () => {
    const options = { seed: 5, replications: 9 };
    const local = await runStudy(createLocalRunner(), town, options);
    for (const width of [1, 3, 8]) expect(await runStudy(pool(width), town, options)).toEqual(local);
    expect(local.replications).toBe(9);
    expect(local.sampledFinish.mean).toBeGreaterThan(0);
  });

  it('runs replications 0, 1, 2 … under one seed, so that the first runs of a longer study are the shorter one', async () => {
    const { records: five } = await runRecords(createLocalRunner(), town, { seed: 5, replications: 5 });
    const { records: eight } = await runRecords(createLocalRunner(), town, { seed: 5, replications: 8 });
    expect(eight.slice(0, 5)).toEqual(five);
    expect(five.map((record) => record.replication)).toEqual([0, 1, 2, 3, 4]);
  });

  it('asks for the first replication alone where somebody waits for figures, and comes to the same study', async () => {
    const runner = fakeRunner((_variant, _seed, replication) => madeUpRecord(replication));
    const options = { seed: 5, replications: 45 };
    const watched = await runStudy(runner, town, { ...options, onUpdate: () => undefined });
    expect(runner.asked.map((asked) => [asked[0], asked.length])).toEqual([
      [0, 1],
      [1, 44],
    ]);
    const alone = await runStudy(runner, town, options);
    expect(runner.asked.at(-1)).toHaveLength(45);
    expect(watched).toEqual(alone);
  });

  it('judges its precision after the same runs whether somebody waits for figures or not', async () => {
    const runner = fakeRunner((_variant, _seed, replication) => madeUpRecord(replication, { sampledFinishHours: 40 + (replication % 3) }));
    const options = { seed: 5, replications: 200, precisionHours: 0.2 };
    const watched = await runStudy(runner, town, { ...options, onUpdate: () => undefined });
    const batches = runner.asked.splice(0).map(({ length }) => length);
    const alone = await runStudy(runner, town, options);
    expect(runner.asked.length).toBeGreaterThan(1);
    expect(batches).toEqual([1, PRECISION_BATCH - 1, ...runner.asked.slice(1).map(() => PRECISION_BATCH)]);
    expect(watched).toEqual(alone);
  });

  it('reports each run once and gives a first summary at the first run', async () => {
    const done: number[] = [];
    const sizes: number[] = [];
    await runStudy(
      fakeRunner((_, __, r) => madeUpRecord(r)),
      town,
      { seed: 1, replications: 6, onRecord: (n) => done.push(n), onUpdate: (study) => sizes.push(study.replications) },
    );
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sizes[0]).toBe(1);
  });

  it('rejects with the reason of the cancel', async () => {
    const reason = new Error('enough');
    await expect(runStudy(createLocalRunner(), town, { seed: 1, replications: 3, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const stop = new AbortController();
    await expect(
      runStudy(createLocalRunner(), town, {
        seed: 1,
        replications: 50,
        signal: stop.signal,
        onRecord: (n) => n === 2 && stop.abort(reason),
      }),
    ).rejects.toBe(reason);
  });
});

describe('Stopping by precision', () => {
  // Half-width at n runs of ±1 h in turn: t × sqrt(n/(n−1)/n); 0.47 at 20, 0.32 at 40, 0.26 at 60.
  const finishes = fakeRunner((_, __, r) => madeUpRecord(r, { sampledFinishHours: 40 + (r % 2 === 0 ? 1 : -1) }));
  const runsFor = async (precisionHours: number, replications = 500): Promise<number> =>
    (await runRecords(finishes, town, { seed: 1, replications, precisionHours })).records.length;

  it('is decided after batches of twenty, at the first that is precise enough', async () => {
    expect(PRECISION_BATCH).toBe(20);
    expect(await runsFor(0.5)).toBe(20);
    expect(await runsFor(0.33)).toBe(40);
    expect(await runsFor(0.3)).toBe(60);
  });

  it('gives up at the number of runs there may be', async () => expect(await runsFor(0.001, 70)).toBe(70));
  it('without a precision the number of runs decides, in one batch', async () => {
    finishes.asked.length = 0;
    expect(await runsFor(0, 33)).toBe(33);
    expect(finishes.asked).toHaveLength(1);
  });

  it('never stops early where a run did not get there', async () => {
    const never = fakeRunner((_, __, r) => madeUpRecord(r, { sampledFinishHours: r === 3 ? null : 40 }));
    expect((await runRecords(never, town, { seed: 1, replications: 60, precisionHours: 10 })).records).toHaveLength(60);
  });

  it('does not hang on how many workers there are or in which order they answer', async () => {
    const counts = await Promise.all(
      [1, 4].map(async (width) =>
        (await runRecords(pool(width), town, { seed: 2, replications: 40, precisionHours: 0.5 })).records.map(
          (record) => record.kpis.sampledFinishHours,
        ),
      ),
    );
    expect(counts[1]).toEqual(counts[0]);
    expect([20, 40]).toContain(counts[0].length);
  });
});

describe('Comparing in pairs', () => {
  it('a variant with itself differs by exactly nothing', async () => {
    const { differences, a, b } = await comparePaired(createLocalRunner(), town, town, { seed: 3, replications: 5 });
    for (const difference of Object.values(differences)) expect(difference).toEqual({ mean: 0, interval: [0, 0] });
    expect(b).toEqual(a);
  });

  it('takes B minus A run by run: a constant difference has no width, whatever the luck', async () => {
    const slower = withInputs(town, { 'lab.reportMinutes': 90 });
    const lucky = fakeRunner((variant, _, r) =>
      madeUpRecord(r, { sampledFinishHours: 40 + 3 * Math.sin(r) + (variant === slower ? 2 : 0) }),
    );
    const { differences } = await comparePaired(lucky, town, slower, { seed: 3, replications: 6 });
    expect(differences.sampledFinishHours.mean).toBeCloseTo(2, 12);
    expect(differences.sampledFinishHours.interval![1] - differences.sampledFinishHours.interval![0]).toBeLessThan(1e-12);
  });

  it('counts who is in time in pairs: of ten runs A is in time in the first three, B in the first eight', async () => {
    const better = withInputs(town, { 'lab.reportMinutes': 90 });
    const runner = fakeRunner((variant, _, r) => madeUpRecord(r, { sampledFinishHours: r < (variant === better ? 8 : 3) ? 47 : 49 }));
    const { onTime } = await comparePaired(runner, town, better, { seed: 3, replications: 10 });
    expect(onTime.sampled.mean).toBeCloseTo(0.5, 12);
    expect(onTime.sampled.interval).toEqual(pairedShareInterval({ both: 3, onlyFirst: 0, onlySecond: 5, neither: 2 }));
    expect(onTime.resulted.mean).toBe(0);
  });

  it('has no difference where a run never got there and no interval at one pair', async () => {
    const never = fakeRunner((_, __, r) => madeUpRecord(r, { resultedFinishHours: r === 1 ? null : 50 }));
    const { differences } = await comparePaired(never, town, town, { seed: 3, replications: 2 });
    expect(differences.resultedFinishHours).toEqual({ mean: null, interval: null });
    expect((await comparePaired(never, town, town, { seed: 3, replications: 1 })).differences.sampledFinishHours).toEqual({
      mean: 0,
      interval: null,
    });
  });
});

describe('What binds', () => {
  it('with labs far too small and plenty of desks the labs bind the results, and more of them makes results sooner', async () => {
    const jam = smallTown({
      'city.population': 2000,
      'staff.total': 40,
      'devices.total': 4,
      'lab.tubesPerDay': 60,
      'horizon.days': 30,
      'positives.prevalence': 0,
      'positives.falsePositivePools': 0,
    });
    const runner = createLocalRunner();
    const study = await runStudy(runner, jam, { seed: 1, replications: 4 });
    const { marginal, binding } = await runMarginals(runner, jam, study, { replications: 4 });
    expect(binding.results).toBe('labs');
    const labs = (finish: string): number => marginal.find((row) => row.resource === 'labs' && row.finish === finish)!.effectHours;
    expect(labs('resulted')).toBeLessThan(-3);
    expect(labs('sampled')).toBe(0);
    expect(Math.abs(marginal.find((row) => row.resource === 'couriers' && row.finish === 'sampled')!.effectHours)).toBe(0);
  });

  it('with far too few desks the samplers bind the sampling, and more of them makes it sooner', async () => {
    const jam = smallTown({ 'city.population': 6000, 'city.siteSpread': 0, 'staff.total': 8, 'devices.total': 4, 'horizon.days': 30 });
    const runner = createLocalRunner();
    const study = await runStudy(runner, jam, { seed: 1, replications: 3 });
    const { marginal, binding } = await runMarginals(runner, jam, study, { replications: 3 });
    expect(['samplers', 'openHours']).toContain(binding.sampling);
    const effect = (resource: string): number => marginal.find((row) => row.resource === resource && row.finish === 'sampled')!.effectHours;
    expect(effect('openHours')).toBeLessThan(-1);
    expect(effect('labs')).toBe(0);
  });
});

describe('The least amount', () => {
  const meetsFrom = (least: number) =>
    fakeRunner(
      (variant, _, r) =>
        madeUpRecord(r, { sampledFinishHours: Number(variant.scenario.inputs['staff.total']) + r >= least + 19 ? 40 : 50 }),
      4,
    );
  const search = {
    seed: 1,
    replications: 20,
    level: 1,
    variantOf: (amount: number) => withInputs(town, { 'staff.total': amount }),
    meets: (record: { kpis: { sampledFinishHours: number | null } }) => record.kpis.sampledFinishHours! <= 48,
    low: 0,
    first: 7,
    most: 1000,
    step: 1,
  };

  it.each([1, 6, 7, 8, 31, 47])('is found exactly: %i', async (least) => {
    // Run r meets from least + 19 − r on, so all twenty meet from least + 19 on.
    const found = await findLeast(meetsFrom(least), search);
    expect(found!.amount).toBe(least + 19);
    expect(found!.records).toHaveLength(20);
  });

  it('at a level of 0.9 two of twenty runs may fail', async () => {
    expect((await findLeast(meetsFrom(20), { ...search, level: 0.9 }))!.amount).toBe(37);
  });

  it('of large amounts is found to two per cent, never below the true one', async () => {
    const found = await findLeast(meetsFrom(700), search);
    expect(found!.amount).toBeGreaterThanOrEqual(719);
    expect(found!.amount).toBeLessThanOrEqual(719 * 1.02);
  });

  it('is on the grid of its step', async () => {
    const found = await findLeast(meetsFrom(21), { ...search, step: 10 });
    expect(found!.amount).toBe(40);
  });

  it('is null when even the most does not do, and the most itself when only that does', async () => {
    expect(await findLeast(meetsFrom(2000), search)).toBeNull();
    expect((await findLeast(meetsFrom(45), { ...search, most: 64 }))!.amount).toBe(64);
    expect(await findLeast(meetsFrom(46), { ...search, most: 64 })).toBeNull();
  });
});

describe('The two readings of the staff', () => {
  it('are four cells with the same luck, the quicker pace never later, lone samplers never later than pairs', async () => {
    const seen: [number, number][] = [];
    const cells = await runClaimCheck(createLocalRunner(), smallTown({ 'devices.total': 4 }), {
      seed: 2,
      replications: 2,
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(cells.map(({ reading, perHour }) => `${reading}${perHour}`)).toEqual(['B60', 'B100', 'A60', 'A100']);
    const [b60, b100, a60, a100] = cells.map(({ study }) => study.sampledFinish.mean!);
    expect(b100).toBeLessThanOrEqual(b60);
    expect(a100).toBeLessThanOrEqual(a60);
    expect(a60).toBeLessThanOrEqual(b60);
    expect(seen.at(-1)).toEqual([8, 8]);
  });
});

describe('The simulator', () => {
  it('gives the same record when another variant ran in between, and its typical run is of the same replication', () => {
    const simulator = createSimulator();
    const record = (variant: Variant): RunRecord => finish(simulator.record(variant, 4, 1));
    const first = record(town);
    record(withChange(town, { kind: 'pace', at: 5, factor: 2 }));
    for (const staff of [10, 12, 14, 16]) record(withInputs(town, { 'staff.total': staff }));
    expect(record(town)).toEqual(first);
    const typical = finish(simulator.typical(town, 4, 1));
    expect(typical.replication).toBe(1);
    expect(typical.siteFinishHours).toEqual(first.sites.finishHours);
  });

  it('gives the same records whether it does one after the other, several in turns, or gives some up half way', () => {
    // With boards every renewal is a piece.
    const boards = smallTown({ 'city.population': 1500, 'staff.total': 8, 'choice.mode': 'boards' });
    for (const variant of [town, boards]) {
      const alone = [0, 1, 2].map((replication) => finish(createSimulator().record(variant, 4, replication)));
      const simulator = createSimulator();
      const inTurns = [0, 1, 2].map((replication) => simulator.record(variant, 4, replication));
      for (let round = 0; round < (variant === boards ? 30 : 1); round++) inTurns.forEach((work) => expect(work.next().done).toBe(false));
      const givenUp = simulator.typical(variant, 4, 5);
      for (let round = 0; round < 30; round++) givenUp.next();
      givenUp.return(undefined as never);
      expect(inTurns.map(finish)).toEqual(alone);
      expect(finish(simulator.record(variant, 4, 1))).toEqual(alone[1]);
    }
  });
});
