/**
 * Event calendar ordered by (time, kind, sequence): of two events at one instant the lower kind goes first, and of equals the one that was
 * scheduled first. A heap of four branches on flat arrays: half as deep as a binary one, and the four lie side by side. It knows nothing
 * about what the kinds mean.
 */
export interface Calendar {
  size: number;
  /** Number of events ever scheduled; the tie-breaker. */
  sequence: number;
  time: Float64Array;
  /** Kind and sequence in one number. */
  order: Float64Array;
  a: Int32Array;
  b: Int32Array;
}

/** Kinds are whole numbers from 0 to 15; the sequence takes the digits below. */
const SEQUENCES_PER_KIND = 281_474_976_710_656;

export function createCalendar(capacity = 1024): Calendar {
  return {
    size: 0,
    sequence: 0,
    time: new Float64Array(capacity),
    order: new Float64Array(capacity),
    a: new Int32Array(capacity),
    b: new Int32Array(capacity),
  };
}

/** An independent copy. */
export function copyCalendar(calendar: Calendar): Calendar {
  const { size, sequence, time, order, a, b } = calendar;
  return { size, sequence, time: time.slice(), order: order.slice(), a: a.slice(), b: b.slice() };
}

function grow(calendar: Calendar): void {
  const capacity = calendar.time.length * 2;
  for (const name of ['time', 'order'] as const) {
    const wider = new Float64Array(capacity);
    wider.set(calendar[name]);
    calendar[name] = wider;
  }
  for (const name of ['a', 'b'] as const) {
    const wider = new Int32Array(capacity);
    wider.set(calendar[name]);
    calendar[name] = wider;
  }
}

/** Schedules an event at a tick. `a` and `b` are the caller's own 32-bit words. */
export function schedule(calendar: Calendar, time: number, kind: number, a: number, b: number): void {
  if (calendar.size === calendar.time.length) grow(calendar);
  const order = kind * SEQUENCES_PER_KIND + calendar.sequence++;
  const { time: times, order: orders, a: as, b: bs } = calendar;
  let hole = calendar.size++;
  while (hole > 0) {
    const parent = (hole - 1) >> 2;
    const parentTime = times[parent];
    if (parentTime < time || (parentTime === time && orders[parent] < order)) break;
    times[hole] = parentTime;
    orders[hole] = orders[parent];
    as[hole] = as[parent];
    bs[hole] = bs[parent];
    hole = parent;
  }
  times[hole] = time;
  orders[hole] = order;
  as[hole] = a;
  bs[hole] = b;
}

/** Time of the next event, Infinity when there is none. Its words stand at index 0 of the calendar's arrays. */
export function nextTime(calendar: Calendar): number {
  return calendar.size === 0 ? Infinity : calendar.time[0];
}

/** Kind of the next event. */
export function nextKind(calendar: Calendar): number {
  return Math.floor(calendar.order[0] / SEQUENCES_PER_KIND);
}

/** Takes the next event out. */
export function removeNext(calendar: Calendar): void {
  const last = --calendar.size;
  if (last <= 0) return;
  const { time, order, a, b } = calendar;
  sink(calendar, last, time[last], order[last], a[last], b[last]);
}

/** Takes the next event out and schedules another, in one go. */
export function replaceNext(calendar: Calendar, time: number, kind: number, a: number, b: number): void {
  sink(calendar, calendar.size, time, kind * SEQUENCES_PER_KIND + calendar.sequence++, a, b);
}

/** Lets an event sink from the top, whose own event is gone, to its place among `size`. */
function sink(calendar: Calendar, size: number, time: number, order: number, a: number, b: number): void {
  const { time: times, order: orders, a: as, b: bs } = calendar;
  let hole = 0;
  for (let child = 1; child < size; child = 4 * hole + 1) {
    const end = child + 4 < size ? child + 4 : size;
    let soonest = times[child];
    for (let other = child + 1; other < end; other++) {
      const otherTime = times[other];
      if (otherTime < soonest || (otherTime === soonest && orders[other] < orders[child])) {
        soonest = otherTime;
        child = other;
      }
    }
    if (time < soonest || (time === soonest && order < orders[child])) break;
    times[hole] = soonest;
    orders[hole] = orders[child];
    as[hole] = as[child];
    bs[hole] = bs[child];
    hole = child;
  }
  times[hole] = time;
  orders[hole] = order;
  as[hole] = a;
  bs[hole] = b;
}
