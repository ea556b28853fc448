import { describe, expect, it } from 'vitest';
import { runRemedies, runStudy, type Remedy, type Variant } from '../../../src/experiment/index.ts';
import { resolveSettings } from '../../../src/scenario/index.ts';
import { fakeRunner, madeUpRecord } from '../../builders/fake-runner.ts';
import { smallTown } from '../../builders/variant.ts';

const town = smallTown({ 'staff.total': 80, 'devices.total': 4 });

const addedDesks = ({ scenario }: Variant): number =>
  scenario.changes.reduce((sum, change) => sum + (change.kind === 'desks' ? change.desks : 0), 0);

/** Sampling ends at 60 h less half an hour a desk added; with 1,000 tubes a day or more 99 % are known 8 h later, with fewer after 90 h. */
const runner = fakeRunner((variant, _, r) => {
  const { settings } = resolveSettings(variant.scenario, variant.city);
  const pace = 3600 / settings['sampling.meanSeconds'];
  const sampled = Math.min(60, 60 * (60 / pace)) - addedDesks(variant) / 2;
  const known = settings['lab.tubesPerDay'] >= 1000 ? sampled + 8 : 90;
  return madeUpRecord(r, { sampledFinishHours: sampled, resultedT99Hours: known, resultedFinishHours: known + 10 });
});

describe('What would make a deadline of 48 hours hold', () => {
  const find = async (variant = town): Promise<Map<Remedy['kind'], Remedy>> => {
    const study = await runStudy(runner, variant, { seed: 1, replications: 4 });
    return new Map((await runRemedies(runner, variant, study, { replications: 4 })).map((remedy) => [remedy.kind, remedy]));
  };

  it('24 desks, for each brings half an hour; 75 people an hour; 1,000 tubes a day with the 40 desks that leave 8 hours for the results', async () => {
    const found = await find();
    expect(found.get('desks')).toMatchObject({ deadline: 'sampled', amount: 24, desks: 24, probability: 1 });
    expect(found.get('pace')).toMatchObject({ deadline: 'sampled', amount: 75, probability: 1 });
    expect(found.get('tubes')).toMatchObject({ deadline: 'resulted', desks: 40, goalHours: 48, probability: 1 });
    const { amount } = found.get('tubes')!;
    expect(amount).toBeGreaterThanOrEqual(1000);
    expect(amount).toBeLessThan(1500);
  });

  it('each remedy is a plan that does what it says when it is run', async () => {
    for (const remedy of (await find()).values()) {
      const study = await runStudy(runner, { ...town, scenario: remedy.scenario }, { seed: 1, replications: 4 });
      const at = remedy.deadline === 'sampled' ? study.sampledFinish.mean : study.resultedFinish.t99;
      expect(at).toBeLessThanOrEqual(48);
    }
  });

  it('nothing where both hold already', async () => {
    const fast = fakeRunner((_, __, r) => madeUpRecord(r, { resultedT99Hours: 47, resultedFinishHours: 48 }));
    const study = await runStudy(fast, town, { seed: 1, replications: 4 });
    expect(await runRemedies(fast, town, study, { replications: 4 })).toEqual([]);
  });
});
