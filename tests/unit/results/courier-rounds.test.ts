import { describe, expect, it } from 'vitest';
import { createRun, type EngineChange, type ScreeningInput } from '../../../src/engine/index.ts';
import { finish, followRun, recordRun, type CourierRounds } from '../../../src/results/index.ts';
import { TICKS_PER_HOUR } from '../../../src/units/index.ts';
import { compileTown } from '../../builders/variant.ts';

const town = compileTown({});
const everywhere = Int32Array.from({ length: town.input.sites.count }, (_, site) => site);
const rain: EngineChange[] = [
  { at: 9 * TICKS_PER_HOUR, kind: 'travel', sites: everywhere, factor: 1.7 },
  { at: 14.3 * TICKS_PER_HOUR, kind: 'travel', sites: everywhere, factor: 1 },
];

function roundsOf(input: ScreeningInput): CourierRounds {
  const run = createRun(input, 4, 0);
  run.advanceTo(input.horizon);
  return finish(followRun(createRun(input, 4, 0), town.sites.length, recordRun(run, town.sites.length).kpis)).rounds;
}

const roundNumbers = ({ courier }: CourierRounds) => Array.from(courier, (_, round) => round);
const stopsOf = ({ stopStart }: CourierRounds, round: number) =>
  Array.from({ length: stopStart[round + 1] - stopStart[round] }, (_, stop) => stopStart[round] + stop);

describe.each([
  ['as planned', []],
  ['in rain', rain],
] as const)('The rounds of the couriers, %s', (_, changes) => {
  const rounds = roundsOf({ ...town.input, changes });

  it('take at their stops, together, exactly the tubes that they bring to the lab', () => {
    expect(rounds.courier.length).toBeGreaterThan(20);
    for (const round of roundNumbers(rounds))
      expect(stopsOf(rounds, round).reduce((sum, stop) => sum + rounds.stopTubes[stop], 0)).toBe(rounds.tubes[round]);
  });

  it('go from the first stop over the others to the lab and back, without turning back in time', () => {
    for (const round of roundNumbers(rounds)) {
      const times = [
        rounds.startHours[round],
        ...stopsOf(rounds, round).map((stop) => rounds.stopHours[stop]),
        rounds.atLabHours[round],
        rounds.backHours[round],
      ];
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times[1]).toBe(times[0]);
    }
  });

  it('stand in the order of setting out, and a courier sets out again only when it is back', () => {
    expect(Array.from(rounds.startHours)).toEqual(Array.from(rounds.startHours).toSorted((a, b) => a - b));
    const back = new Map<number, number>();
    for (const round of roundNumbers(rounds)) {
      expect(rounds.startHours[round]).toBeGreaterThanOrEqual((back.get(rounds.courier[round]) ?? 0) - 1e-6);
      back.set(rounds.courier[round], rounds.backHours[round]);
    }
  });
});

it('The last leg of a round takes as long as the plan says', () => {
  const rounds = roundsOf(town.input);
  const { fromSite, count } = town.input.labs;
  for (const round of roundNumbers(rounds)) {
    const last = rounds.stopStart[round + 1] - 1;
    const planned = fromSite[rounds.stopSite[last] * count + rounds.lab[round]] / TICKS_PER_HOUR;
    expect(rounds.atLabHours[round] - rounds.stopHours[last]).toBeCloseTo(planned, 6);
  }
});
