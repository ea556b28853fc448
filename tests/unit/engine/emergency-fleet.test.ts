import { describe, expect, it } from 'vitest';
import { createEmergencyRun, TRANSFER, type DispatchPolicy, type EmergencyInput, type EmergencyRun } from '../../../src/engine/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../../../src/units/index.ts';
import { tinyEmergency, type TinyCity } from '../../builders/emergency-input.ts';

const finish = (input: EmergencyInput): EmergencyRun => {
  const run = createEmergencyRun(input, 4, 0);
  run.advanceTo(Infinity);
  return run;
};
const at = (minutes: number): number => 8 * TICKS_PER_HOUR + minutes * TICKS_PER_MINUTE;

/** Patients listed at minutes after 08:00 and places; all of them transfers, every step plain, 59 minutes and the ways a mission. */
function listed(
  city: TinyCity,
  patients: readonly (readonly [minute: number, place: number])[],
  over: Partial<EmergencyInput> = {},
): EmergencyInput {
  return tinyEmergency(
    { callsPerDay: 0, days: 2, ...city },
    {
      transfers: {
        ...tinyEmergency().transfers,
        listedAt: Float64Array.from(patients, ([minute]) => at(minute)),
        listedPlace: Int32Array.from(patients, ([, place]) => place),
      },
      ...over,
    },
  );
}
const rules = (policy: DispatchPolicy, over: Partial<EmergencyInput['rules']> = {}) => ({ ...tinyEmergency().rules, policy, ...over });

describe('the rules of dispatch', () => {
  it('closest free sends the vehicle that is there first, and the next one when that is away', () => {
    const { missions } = finish(
      listed({ vehicles: [0, 1] }, [
        [0, 3],
        [5, 3],
        [6, 3],
      ]),
    );
    expect(Array.from(missions.vehicle)).toEqual([1, 0, 1]);
    expect(Array.from(missions.waited)).toEqual([0, 0, 1]);
  });

  it('by district waits for the own vehicle while the other district has one free, until districts help each other', () => {
    const patients = [
      [0, 3],
      [5, 2],
    ] as const;
    const alone = finish(listed({ vehicles: [0, 1] }, patients, { rules: rules('district') }));
    expect(Array.from(alone.missions.vehicle)).toEqual([1, 1]);
    expect(alone.missions.waited[1]).toBe(1);
    const lend = { when: 'queued', level: 1, action: 'lend', vehicles: 0, delay: 3 * TICKS_PER_MINUTE, hold: TICKS_PER_HOUR } as const;
    const together = finish(listed({ vehicles: [0, 1] }, patients, { rules: rules('district'), escalation: [lend] }));
    expect(Array.from(together.missions.vehicle)).toEqual([1, 0]);
    expect(together.missions.dispatchAt[1]).toBe(at(5 + 1 + 3));
  });

  it('re-dispatch lets a crew that becomes free nearby take a patient over from one under way', () => {
    // Vehicle 1 is free again at the hospital at 13 at 09:09; at 09:06 vehicle 0 was sent from 0 to the place at 14.
    const patients = [
      [0, 1],
      [65, 2],
    ] as const;
    const city = { stations: [0, 12], vehicles: [0, 1], hospitals: [13] };
    const plain = finish(listed(city, patients));
    const swapped = finish(listed(city, patients, { rules: rules('redispatch') }));
    expect(swapped.missions.arriveAt[1]).toBeLessThan(plain.missions.arriveAt[1]);
    expect([plain.missions.vehicle[1], swapped.missions.vehicle[1]]).toEqual([0, 1]);
    expect(swapped.counts().free).toBe(2);
  });

  it('re-dispatch takes a crew off a transfer for a call, and the transfer is served later', () => {
    const city = { stations: [0], vehicles: [0], places: [20, 18], hospitals: [0], callsPerDay: 4, days: 60 };
    const base = tinyEmergency(city);
    const input = { ...base, transfers: { ...base.transfers, perDay: 8 } };
    const response = (run: EmergencyRun): number => {
      let [sum, calls] = [0, 0];
      for (let i = 0; i < run.calls.count; i++) {
        if (run.calls.severity[i] === TRANSFER || run.missions.vehicle[i] < 0) continue;
        sum += run.missions.arriveAt[i] - run.calls.at[i];
        calls++;
      }
      return sum / calls;
    };
    const [plain, taking] = [finish(input), finish({ ...input, rules: rules('redispatch') })];
    expect(response(taking)).toBeLessThan(response(plain));
    expect(taking.missions.vehicle.every((v) => v === 0)).toBe(true);
  });

  it('move-up brings a free vehicle to the station that is wanted most', () => {
    // Station 1 stands first in the list: when its own vehicle leaves, the other one drives there and serves the next patient from there.
    const input = listed(
      { vehicles: [0, 1] },
      [
        [0, 3],
        [40, 3],
      ],
      { rules: rules('moveUp', { compliance: Int32Array.of(1, 0) }) },
    );
    const { missions } = finish(input);
    expect(Array.from(missions.vehicle)).toEqual([1, 0]);
    expect(missions.from[1]).toBe(1);
    expect(missions.arriveAt[1]).toBe(at(40 + 1 + 2 + 1));
  });

  it('transfers leave so many vehicles to the calls', () => {
    const patients = [
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
    ] as const;
    const { missions } = finish(listed({ vehicles: [0, 0, 1, 1] }, patients, { rules: rules('closest', { heldForCalls: 2 }) }));
    expect(Array.from(missions.waited)).toEqual([0, 0, 1, 1]);
  });
});

describe('vehicles come and go', () => {
  it('a vehicle off duty is not sent; one whose duty ends finishes its mission', () => {
    const base = tinyEmergency({ vehicles: [0, 1] });
    const duty = {
      ...base.vehicles,
      dutyStart: Int32Array.of(8 * TICKS_PER_HOUR, 0),
      dutyLength: Int32Array.of(TICKS_PER_HOUR, TICKS_PER_DAY),
    };
    const { missions, atHand } = finish(
      listed(
        { vehicles: [0, 1] },
        [
          [-30, 0],
          [50, 0],
          [70, 0],
        ],
        { vehicles: duty },
      ),
    );
    expect(Array.from(missions.vehicle)).toEqual([1, 0, 1]);
    // Two days of an hour each, and what the mission that began at 08:51 took beyond it.
    const beyond = (missions.freeAt[1] - at(60)) / TICKS_PER_HOUR;
    expect(atHand()[0] / TICKS_PER_HOUR).toBeCloseTo(2 + beyond, 9);
    expect(atHand()[1] / TICKS_PER_HOUR).toBe(48);
  });

  it('crews are recalled and vehicles borrowed when too few are free, and leave when the pressure is over', () => {
    const vehicles = {
      count: 3,
      key: Int32Array.of(0, 1, 2),
      station: Int32Array.of(0, 0, 0),
      dutyStart: new Int32Array(3),
      dutyLength: Int32Array.of(TICKS_PER_DAY, 0, 0),
      borrowed: Uint8Array.of(0, 0, 1),
    };
    const rule = { vehicles: 1, hold: 3 * TICKS_PER_HOUR } as const;
    const input = listed(
      {},
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [600, 0],
        [605, 0],
      ],
      {
        vehicles,
        escalation: [
          { ...rule, when: 'free', level: 0, action: 'recall', delay: 20 * TICKS_PER_MINUTE },
          { ...rule, when: 'queued', level: 2, action: 'borrow', delay: 30 * TICKS_PER_MINUTE },
        ],
      },
    );
    const { missions } = finish(input);
    expect(Array.from(missions.vehicle.slice(0, 3))).toEqual([0, 1, 2]);
    expect(missions.dispatchAt[1]).toBe(at(1 + 20));
    expect(missions.dispatchAt[2]).toBe(at(3 + 30));
    expect(missions.vehicle[3]).toBe(0);
    // Ten hours later nobody is left from then: the recall starts anew.
    expect(missions.dispatchAt[4]).toBe(at(601 + 20));
  });

  it('a vehicle breaks down as often as its mean says, and is away as long', () => {
    const base = tinyEmergency({ vehicles: [0], callsPerDay: 0, days: 4000 });
    const { atHand } = finish({ ...base, breakdown: { meanUp: 20 * TICKS_PER_DAY, repair: 5 * TICKS_PER_DAY } });
    // Renewal process: 0.8 of the time; 160 cycles give a standard deviation of about 0.011.
    expect(Math.abs(atHand()[0] / base.horizon - 0.8)).toBeLessThan(0.05);
  });

  it('one vehicle more moves no other’s breakdowns', () => {
    const up = (vehicles: readonly number[]): number => {
      const base = tinyEmergency({ vehicles, callsPerDay: 0, days: 500 });
      return finish({ ...base, breakdown: { meanUp: 20 * TICKS_PER_DAY, repair: TICKS_PER_DAY } }).atHand()[0];
    };
    expect(up([0, 0, 1])).toBe(up([0]));
  });

  it('a shut road and a closed hospital hold from their date', () => {
    const base = tinyEmergency({ hospitals: [10, 20] });
    const longer = { ...base.travel, stationToPlace: base.travel.stationToPlace.map((ticks) => ticks * 3) };
    const input = listed(
      { vehicles: [0], hospitals: [10, 20] },
      [
        [0, 1],
        [300, 1],
        [600, 1],
      ],
      {
        changes: [
          { at: at(200), kind: 'roads', travel: longer },
          { at: at(500), kind: 'hospital', hospital: 0, closed: true },
        ],
      },
    );
    const { missions, calls } = finish(input);
    const minutes = Array.from(missions.arriveAt, (arriveAt, i) => (arriveAt - calls.at[i]) / TICKS_PER_MINUTE);
    expect(minutes).toEqual([11, 27, 27]);
    expect(Array.from(missions.hospital)).toEqual([0, 0, 1]);
  });

  it('slow hours count for those who leave in them', () => {
    const slowness = new Float64Array(48).fill(1);
    slowness[8] = 2;
    const base = tinyEmergency({ vehicles: [0] });
    const input = listed(
      { vehicles: [0] },
      [
        [10, 1],
        [180, 1],
      ],
      { travel: { ...base.travel, slowness } },
    );
    const { missions, calls } = finish(input);
    expect(Array.from(missions.arriveAt, (arriveAt, i) => (arriveAt - calls.at[i]) / TICKS_PER_MINUTE)).toEqual([19, 11]);
  });
});
