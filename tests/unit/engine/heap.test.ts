import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCityPack } from '../../../src/city/index.ts';
import { compileVariant } from '../../../src/compile/index.ts';
import { createRun, type ScreeningInput, type ScreeningRun } from '../../../src/engine/index.ts';
import { createSimulator } from '../../../src/experiment/index.ts';
import { finish as finishPieces, followRun, recordRun } from '../../../src/results/index.ts';
import { PRESETS, scenarioFingerprint, type Change, type InputValue } from '../../../src/scenario/index.ts';
import { CHANGE_KINDS } from '../../../src/scenario/schema.ts';
import { randomRound } from '../../builders/random-round.ts';
import { fullOutcome } from '../../builders/run-outcome.ts';
import { compileTown, smallTown } from '../../builders/variant.ts';
import { HOUR, MINUTE, tinyInput } from '../../builders/tiny-input.ts';

type Engine = NonNullable<ScreeningInput['engine']>;

function start(input: ScreeningInput, engine: Engine, replication = 3): ScreeningRun {
  return createRun({ ...input, engine }, 7, replication);
}

function finish(input: ScreeningInput, engine: Engine, cuts: readonly number[] = []): ScreeningRun {
  const run = start(input, engine);
  for (const cut of cuts) run.advanceTo(cut);
  run.advanceTo(input.horizon);
  return run;
}

const CASES: readonly [string, Record<string, InputValue>, readonly Change[]][] = [
  ['as it is', {}, []],
  ['reading A with one device', { 'staff.reading': 'A', 'devices.total': 1 }, []],
  ['registration by hand only', { 'staff.reading': 'A', 'devices.total': 0 }, []],
  ['more desks than people need', { 'staff.reading': 'A', 'staff.total': 60 }, []],
  ['two shifts round the clock', { openHours: '00:00-24:00', 'staff.shifts': 2 }, []],
  ['short days, serving until the queue is empty', { 'closing.rule': 'untilEmpty', openHours: '08:00-16:00', 'staff.total': 32 }, []],
  ['rounds that overlap', { 'rounds.count': 3, 'rounds.intervalHours': 24 }, []],
  ['single tubes', { 'pool.size': 1 }, []],
  [
    'many key people, infected and false positives',
    { 'pool.keyShare': 0.3, 'positives.prevalence': 0.05, 'positives.falsePositivePools': 0.1 },
    [],
  ],
  ['tubes that are hardly ever full', { 'pool.size': 20, 'pool.fillMinutes': 5 }, []],
  [
    'people who go by the boards',
    { 'choice.mode': 'boards', 'choice.leaveMinutes': 60, 'city.siteSpread': 0.6 },
    [{ kind: 'pace', at: 9, until: 12, factor: 1.5 }],
  ],
  [
    'boards, and sites that close when they are empty',
    { 'choice.mode': 'boards', 'city.siteSpread': 0.6, 'closing.rule': 'untilEmpty', openHours: '08:00-14:00', 'staff.total': 40 },
    [],
  ],
  ['door teams', { 'doorstep.share': 0.1, 'doorstep.teams': 3 }, []],
  [
    'many dated changes',
    { 'lab.routing': 'nearest', 'devices.total': 1 },
    [
      { kind: 'desks', at: 7.3, desks: 3, until: 30 },
      { kind: 'desks', at: 9, desks: -6, until: 14 },
      { kind: 'arrivals', at: 6.5, until: 9.25, factor: 0.4 },
      { kind: 'openHours', at: 20, openHours: '07:00-19:00' },
      { kind: 'pace', at: 10, until: 13, factor: 1.4 },
      { kind: 'poolSize', at: 26.1, size: 5 },
      { kind: 'labCapacity', at: 16, until: 22, lab: 'lab-1', factor: 0 },
      { kind: 'couriers', at: 12, until: 30, factor: 0.5 },
    ],
  ],
];

describe('By events the answers are those of the recursion, to the last digit', () => {
  it.each(CASES)('%s', (_name, inputs, changes) => {
    const { input, sites } = compileTown(inputs, changes);
    const [epoch, heap] = (['epoch', 'heap'] as const).map((engine) => finish(input, engine));
    expect(fullOutcome(heap)).toEqual(fullOutcome(epoch));
    expect(recordRun(heap, sites.length)).toEqual(recordRun(epoch, sites.length));
    expect(epoch.state.count.finishSampled[0]).toBeGreaterThan(0);
  });

  const instants = fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 50 * HOUR }),
        fc.integer({ min: 0, max: 3000 }).map((n) => n * MINUTE),
      ),
      { maxLength: 4 },
    )
    .map((list) => list.toSorted((a, b) => a - b));

  it('in any small round, at whatever instants one looks', () => {
    fc.assert(
      fc.property(randomRound, instants, (input, looks) => {
        const epoch = start(input, 'epoch');
        const heap = start(input, 'heap');
        for (const at of [...looks, input.horizon]) {
          epoch.advanceTo(at);
          heap.advanceTo(at);
          expect(fullOutcome(heap)).toEqual(fullOutcome(epoch));
        }
      }),
      { numRuns: 100, seed: 20210819 },
    );
  });

  it('behind a queue that outlasts the day, for those who register meanwhile', () => {
    const input = tinyInput({
      people: [2500],
      registrars: [1],
      byDevice: [1],
      windowEnd: 30 * HOUR,
      hours: { open: 8 * HOUR, close: 16 * HOUR },
    });
    const [epoch, heap] = (['epoch', 'heap'] as const).map((engine) => start(input, engine));
    for (const at of [5, 8, 9, 27, 29, 32, 33, 60].map((hours) => hours * HOUR)) {
      epoch.advanceTo(at);
      heap.advanceTo(at);
      expect(fullOutcome(heap)).toEqual(fullOutcome(epoch));
    }
  });

  it.each(['epoch', 'heap'] as const)('and how a run is cut into steps changes nothing: %s', (engine) => {
    fc.assert(
      fc.property(randomRound, instants, (input, cuts) => {
        expect(fullOutcome(finish(input, engine, cuts))).toEqual(fullOutcome(finish(input, engine)));
      }),
      { numRuns: 60, seed: 20220105 },
    );
  });

  it('the typical run, followed in steps, is the same, and a snapshot goes on to the same end', () => {
    const { input, sites } = compileTown({ 'choice.mode': 'boards', 'city.siteSpread': 0.6 });
    const { kpis } = recordRun(finish(input, 'epoch'), sites.length);
    const followed = (engine: 'epoch' | 'heap') => finishPieces(followRun(start(input, engine), sites.length, kpis));
    expect(followed('heap')).toEqual(followed('epoch'));
    const run = start(input, 'heap');
    run.advanceTo(13 * HOUR + 12_345);
    const held = run.snapshot();
    run.advanceTo(input.horizon);
    const end = fullOutcome(run);
    run.restore(held);
    run.advanceTo(input.horizon);
    expect(fullOutcome(run)).toEqual(end);
  });

  it('one desk more, or one second more, and the comparison notices', () => {
    const { input } = compileTown();
    const plain = fullOutcome(finish(input, 'epoch'));
    const slower = { ...input, registration: { ...input.registration, deviceTicks: input.registration.deviceTicks + 1000 } };
    const richer = { ...input, sites: { ...input.sites, desks: input.sites.desks.map((n, s) => (s === 0 ? n + 1 : n)) } };
    expect(fullOutcome(finish(slower, 'heap'))).not.toEqual(plain);
    expect(fullOutcome(finish(richer, 'heap'))).not.toEqual(plain);
  });
});

describe('engine = heap', () => {
  it('chooses the events and leaves the fingerprint and every figure as they are', () => {
    const epoch = smallTown();
    const heap = smallTown({ engine: 'heap' });
    expect(compileVariant(heap.city, heap.scenario).input.engine).toBe('heap');
    expect(scenarioFingerprint(heap)).toBe(scenarioFingerprint(epoch));
    const simulator = createSimulator();
    expect(finishPieces(simulator.record(heap, 1, 0))).toEqual(finishPieces(simulator.record(epoch, 1, 0)));
  });

  const ezhou = loadCityPack(JSON.parse(readFileSync('data/ezhou/pack.json', 'utf8')));
  const tenth = {
    'city.population': 107_935,
    'city.sites': 31,
    'staff.total': 75,
    'devices.total': 30,
    'lab.tubesPerDay': 2000,
    'horizon.days': 20,
  };

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s at a tenth of its size', (_id, preset) => {
    const { input, sites } = compileVariant(ezhou, { ...preset, inputs: { ...preset.inputs, ...tenth } });
    const [epoch, heap] = (['epoch', 'heap'] as const).map((engine) => recordRun(finish(input, engine), sites.length));
    expect(heap).toEqual(epoch);
    expect(epoch.kpis.tubes).toBeGreaterThan(2000);
  });

  const fortieth = { ...tenth, 'city.population': 27_000, 'city.sites': 9, 'staff.total': 19, 'devices.total': 8, 'lab.tubesPerDay': 500 };

  /** One of every kind of change that there is, some of them at once. */
  const everything = (sites: readonly string[]): readonly Change[] => [
    { kind: 'desks', at: 7.3, desks: 8, until: 30 },
    { kind: 'desks', at: 11, desks: -7, until: 20 },
    { kind: 'siteClosed', at: 10.5, until: 31, sites: sites.slice(0, 3) },
    { kind: 'openHours', at: 20, openHours: '07:00-19:00', where: { sites: sites.slice(5, 9) } },
    { kind: 'pace', at: 10, until: 13, factor: 1.4 },
    { kind: 'arrivals', at: 6.5, until: 9.25, factor: 0.4 },
    { kind: 'poolSize', at: 26.1, size: 5 },
    { kind: 'labCapacity', at: 16, until: 22, lab: 'all', factor: 0.3 },
    { kind: 'borrowedLab', at: 9, readyAfterHours: 12, tubesPerDay: 800, travelMinutes: 40 },
    { kind: 'travel', at: 8, until: 40, factor: 2.5 },
    { kind: 'couriers', at: 12, until: 30, factor: 0.5 },
  ];

  it('the changes above are of every kind', () => {
    expect(new Set(everything(['a']).map(({ kind }) => kind))).toEqual(new Set(CHANGE_KINDS));
  });

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s with boards, two shifts and changes of every kind', (_id, preset) => {
    const inputs = {
      ...preset.inputs,
      ...fortieth,
      'choice.mode': 'boards',
      'choice.leaveMinutes': 90,
      'city.siteSpread': 0.5,
      'staff.shifts': 2,
    };
    const plain = compileVariant(ezhou, { ...preset, inputs });
    const changes = [...preset.changes, ...everything(plain.sites.map(({ id }) => id))];
    const { input, sites } = compileVariant(ezhou, { ...preset, inputs, changes });
    const [epoch, heap] = (['epoch', 'heap'] as const).map((engine) => recordRun(finish(input, engine), sites.length));
    expect(heap).toEqual(epoch);
    expect(epoch).not.toEqual(recordRun(finish(plain.input, 'epoch'), sites.length));
  });
});
