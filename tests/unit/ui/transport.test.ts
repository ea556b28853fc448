import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTransport } from '../../../src/ui/round/index.ts';
import { flowSteps } from '../../../src/ui/map/OverlayKey.tsx';
import { courierUnder, flowWidth, FULL_WIDTH } from '../../../src/ui/map/paintTransport.ts';
import { fixtureRounds } from '../../builders/rounds.ts';

const SITES = 11;
const LABS = 2;
const rounds = fixtureRounds(SITES, LABS, { from: 6, until: 30, every: 2, tubes: 10 });
const transport = createTransport(rounds, SITES);
const couriers = Array.from({ length: transport.courierCount }, (_, courier) => courier);

describe('couriers on their way', () => {
  test('stand before their first round and after their last, and are on the road from setting out until they are back', () => {
    for (const courier of couriers) {
      const own = transport.roundsOf(courier);
      expect(transport.tripAt(courier, 5.99)).toBeNull();
      expect(transport.tripAt(courier, 40)).toBeNull();
      for (const round of own) {
        expect(transport.tripAt(courier, rounds.startHours[round])).not.toBeNull();
        expect(transport.tripAt(courier, rounds.backHours[round] - 1e-6)?.round).toBe(round);
        expect(transport.tripAt(courier, rounds.backHours[round] + 1e-6)).toBeNull();
      }
    }
  });

  test('take up tubes stop by stop, bring all of them to the lab and come back with none', () => {
    const at = (hours: number) => transport.tripAt(0, hours)!;
    expect(at(6)).toMatchObject({ from: 0, to: 1, share: 0, tubes: 10 });
    expect(at(6.1)).toMatchObject({ from: 0, to: 1, tubes: 10 });
    expect(at(6.1).share).toBeCloseTo(0.5, 9);
    expect(at(6.3)).toMatchObject({ from: 1, to: 2, tubes: 20 });
    expect(at(6.5)).toMatchObject({ from: 2, to: SITES, tubes: 30 });
    expect(at(7)).toMatchObject({ from: SITES, to: 0, tubes: 0 });
  });

  test('move without jumping: between two near instants never further than the time allows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...couriers), fc.double({ min: 6, max: 29, noNaN: true }), (courier, hours) => {
        const [before, after] = [transport.tripAt(courier, hours), transport.tripAt(courier, hours + 0.001)];
        if (before === null || after === null || before.from !== after.from) return;
        expect(after.share).toBeGreaterThanOrEqual(before.share);
        expect(after.share - before.share).toBeLessThan(0.01);
      }),
      { seed: 7 },
    );
  });

  test('door teams have no place on the map unless the plan says where they set out from', () => {
    const few = createTransport(rounds, 3);
    expect(few.tripAt(0, 6.1)).not.toBeNull();
    expect(few.tripAt(1, 6.1)).toBeNull();
    const anchored = createTransport(rounds, 3, new Int32Array(SITES).fill(2));
    expect(anchored.tripAt(1, 6.5)).toMatchObject({ from: 2, to: 3 + rounds.lab[1] });
  });
});

describe('tubes on their ways', () => {
  test('over the whole round add up to the tubes of every tour, once on each of its ways', () => {
    const last = couriers.map((courier) => transport.roundsOf(courier)[0]);
    for (const round of last) {
      const stops = rounds.stopStart[round + 1] - rounds.stopStart[round];
      const flows = transport.flowsAt((rounds.startHours[round] + rounds.atLabHours[round]) / 2);
      const site = rounds.stopSite[rounds.stopStart[round] + stops - 1];
      const way = transport.segments.from.findIndex(
        (from, segment) => from === site && transport.segments.to[segment] === SITES + rounds.lab[round],
      );
      expect(flows[way]).toBe(rounds.tubes[round]);
    }
  });

  test('are shown only within half an hour, and come and go smoothly', () => {
    expect(transport.flowsAt(5).every((tubes) => tubes === 0)).toBe(true);
    expect(transport.flowsAt(40).every((tubes) => tubes === 0)).toBe(true);
    for (let hours = 5; hours < 32; hours += 0.01) {
      const before = Float32Array.from(transport.flowsAt(hours));
      const after = transport.flowsAt(hours + 0.002);
      before.forEach((tubes, segment) => expect(Math.abs(after[segment] - tubes)).toBeLessThan(30 * 0.03));
    }
  });

  test('are drawn wide as they are many, up to half beyond the scale’s end', () => {
    const [fifth, half, end] = flowSteps(transport.fullLoad);
    expect([fifth, half, end]).toEqual([10, 25, 50]);
    expect(flowWidth(transport.fullLoad, transport.fullLoad, 1)).toBe(FULL_WIDTH);
    expect(flowWidth(transport.fullLoad / 2, transport.fullLoad, 1)).toBe(FULL_WIDTH / 2);
    expect(flowWidth(1e6, transport.fullLoad, 1)).toBe(FULL_WIDTH * 1.5);
    expect(flowWidth(0.001, transport.fullLoad, 1)).toBeGreaterThan(0);
  });
});

test('a click takes the nearest courier within reach, and empty ground none', () => {
  const xy = new Float32Array(2 * (SITES + LABS)).map((_, at) => (at % 2 === 0 ? 50 * (at / 2) : 100));
  expect(courierUnder(transport, xy, 6.1, 26, 103, 8)).toBe(0);
  expect(courierUnder(transport, xy, 6.1, 26, 130, 8)).toBe(-1);
  expect(courierUnder(transport, xy, 2, 26, 103, 8)).toBe(-1);
});
