import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  copyCalendar,
  createCalendar,
  nextKind,
  nextTime,
  removeNext,
  replaceNext,
  schedule,
  type Calendar,
} from '../../../src/engine/kernel/index.ts';

interface Entry {
  readonly time: number;
  readonly kind: number;
  readonly sequence: number;
}

function take(calendar: Calendar): [time: number, kind: number, a: number, b: number] {
  const taken: [number, number, number, number] = [calendar.time[0], nextKind(calendar), calendar.a[0], calendar.b[0]];
  removeNext(calendar);
  return taken;
}

const order = (x: Entry, y: Entry): number => x.time - y.time || x.kind - y.kind || x.sequence - y.sequence;

/** A number adds an event of that time and kind; null takes the next one out. */
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ time: fc.integer({ min: 0, max: 12 }), kind: fc.integer({ min: 0, max: 15 }) }) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
  { maxLength: 300 },
);

describe('The event calendar', () => {
  it('gives events by time, then kind, then the order in which they were scheduled, however adding and taking are mixed', () => {
    fc.assert(
      fc.property(steps, (row) => {
        const calendar = createCalendar(4);
        const held: Entry[] = [];
        const taken: number[][] = [];
        const expected: number[][] = [];
        const sizes: number[] = [];
        const heldSizes: number[] = [];
        row.forEach((step, sequence) => {
          if (step) {
            schedule(calendar, step.time, step.kind, sequence, -1 - sequence);
            held.push({ ...step, sequence });
          } else {
            const next = held.sort(order).shift();
            taken.push(next ? take(calendar) : [nextTime(calendar)]);
            expected.push(next ? [next.time, next.kind, next.sequence, -1 - next.sequence] : [Infinity]);
          }
          sizes.push(calendar.size);
          heldSizes.push(held.length);
        });
        expect(taken).toEqual(expected);
        expect(sizes).toEqual(heldSizes);
        for (const next of held.sort(order)) expect(take(calendar)[2]).toBe(next.sequence);
        expect(nextTime(calendar)).toBe(Infinity);
      }),
      { seed: 20210730, numRuns: 200 },
    );
  });

  it('puts another event in the place of the next as if that were taken out first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: 9 })),
        (first, later) => {
          const [replaced, taken] = [createCalendar(4), createCalendar(4)];
          first.forEach((time, i) => [replaced, taken].forEach((calendar) => schedule(calendar, time, time % 3, i, 0)));
          later.forEach((time, i) => {
            replaceNext(replaced, time, time % 3, i, 0);
            removeNext(taken);
            schedule(taken, time, time % 3, i, 0);
          });
          expect(first.map(() => take(replaced))).toEqual(first.map(() => take(taken)));
          expect(replaced.size).toBe(0);
        },
      ),
      { seed: 20210731, numRuns: 100 },
    );
  });

  it('grows beyond the room it began with and loses nothing', () => {
    const calendar = createCalendar(2);
    for (let i = 0; i < 5000; i++) schedule(calendar, (i * 7919) % 5003, 3, i, 0);
    let before = -1;
    for (let i = 0; i < 5000; i++) {
      const [time, , a] = take(calendar);
      expect(time).toBe((a * 7919) % 5003);
      expect(time).toBeGreaterThan(before);
      before = time;
    }
    expect(calendar.size).toBe(0);
  });

  it('keeps the order of equals over more events than a small counter would hold apart from kinds', () => {
    const calendar = createCalendar();
    calendar.sequence = 2 ** 40;
    schedule(calendar, 5, 1, 1, 0);
    schedule(calendar, 5, 0, 2, 0);
    schedule(calendar, 5, 1, 3, 0);
    schedule(calendar, 5, 0, 4, 0);
    expect([take(calendar)[2], take(calendar)[2], take(calendar)[2], take(calendar)[2]]).toEqual([2, 4, 1, 3]);
  });

  it('a copy is independent: what happens to one does not happen to the other', () => {
    const calendar = createCalendar(2);
    for (const time of [5, 3, 9, 1]) schedule(calendar, time, 0, time, 0);
    const copy = copyCalendar(calendar);
    removeNext(calendar);
    schedule(calendar, 0, 0, 77, 0);
    const taken = [take(copy), take(copy), take(copy), take(copy)].map(([time]) => time);
    expect(taken).toEqual([1, 3, 5, 9]);
    expect(nextTime(calendar)).toBe(0);
    expect(calendar.size).toBe(4);
  });
});
