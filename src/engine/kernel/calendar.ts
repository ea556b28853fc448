/**
 * Event calendar ordered by (time, priority, sequence): of two events at one instant the lower priority number goes first, and of equals
 * the one that was scheduled first. A binary heap on flat arrays; it knows nothing about what the events mean.
 */
export interface Calendar {
  size: number;
  /** Number of events ever scheduled; the tie-breaker. */
  sequence: number;
  time: Float64Array;
  order: Float64Array;
  kind: Int32Array;
  a: Int32Array;
  b: Int32Array;
}

/** Priorities are whole numbers from 0 to 15; the sequence takes the digits below. */
const SEQUENCES_PER_PRIORITY = 281_474_976_710_656;

export function createCalendar(capacity = 1024): Calendar {
  return {
    size: 0,
    sequence: 0,
    time: new Float64Array(capacity),
    order: new Float64Array(capacity),
    kind: new Int32Array(capacity),
    a: new Int32Array(capacity),
    b: new Int32Array(capacity),
  };
}

/** An independent copy. */
export function copyCalendar(calendar: Calendar): Calendar {
  const { size, sequence, time, order, kind, a, b } = calendar;
  return { size, sequence, time: time.slice(), order: order.slice(), kind: kind.slice(), a: a.slice(), b: b.slice() };
}

function grow(calendar: Calendar): void {
  const capacity = calendar.time.length * 2;
  for (const name of ['time', 'order'] as const) {
    const wider = new Float64Array(capacity);
    wider.set(calendar[name]);
    calendar[name] = wider;
  }
  for (const name of ['kind', 'a', 'b'] as const) {
    const wider = new Int32Array(capacity);
    wider.set(calendar[name]);
    calendar[name] = wider;
  }
}

function place(calendar: Calendar, at: number, time: number, order: number, kind: number, a: number, b: number): void {
  calendar.time[at] = time;
  calendar.order[at] = order;
  calendar.kind[at] = kind;
  calendar.a[at] = a;
  calendar.b[at] = b;
}

/** Schedules an event at a tick. `kind`, `a` and `b` are the caller's own 32-bit words. */
export function schedule(calendar: Calendar, time: number, priority: number, kind: number, a: number, b: number): void {
  if (calendar.size === calendar.time.length) grow(calendar);
  const order = priority * SEQUENCES_PER_PRIORITY + calendar.sequence++;
  const { time: times, order: orders, kind: kinds, a: as, b: bs } = calendar;
  let hole = calendar.size++;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const parentTime = times[parent];
    if (parentTime < time || (parentTime === time && orders[parent] < order)) break;
    times[hole] = parentTime;
    orders[hole] = orders[parent];
    kinds[hole] = kinds[parent];
    as[hole] = as[parent];
    bs[hole] = bs[parent];
    hole = parent;
  }
  place(calendar, hole, time, order, kind, a, b);
}

/** Time of the next event, Infinity when there is none. The event itself stands at index 0 of the calendar's arrays. */
export function nextTime(calendar: Calendar): number {
  return calendar.size === 0 ? Infinity : calendar.time[0];
}

/** Takes the next event out. */
export function removeNext(calendar: Calendar): void {
  const last = --calendar.size;
  if (last <= 0) return;
  const { time, order, kind, a, b } = calendar;
  sink(calendar, last, time[last], order[last], kind[last], a[last], b[last]);
}

/** Takes the next event out and schedules another, in one go. */
export function replaceNext(calendar: Calendar, time: number, priority: number, kind: number, a: number, b: number): void {
  sink(calendar, calendar.size, time, priority * SEQUENCES_PER_PRIORITY + calendar.sequence++, kind, a, b);
}

/** Lets an event sink from the top, whose own event is gone, to its place among `size`. */
function sink(calendar: Calendar, size: number, time: number, order: number, kind: number, a: number, b: number): void {
  const { time: times, order: orders, kind: kinds, a: as, b: bs } = calendar;
  let hole = 0;
  for (let child = 1; child < size; child = 2 * hole + 1) {
    let childTime = times[child];
    if (child + 1 < size) {
      const rightTime = times[child + 1];
      if (rightTime < childTime || (rightTime === childTime && orders[child + 1] < orders[child])) {
        childTime = rightTime;
        child++;
      }
    }
    if (time < childTime || (time === childTime && order < orders[child])) break;
    times[hole] = childTime;
    orders[hole] = orders[child];
    kinds[hole] = kinds[child];
    as[hole] = as[child];
    bs[hole] = bs[child];
    hole = child;
  }
  place(calendar, hole, time, order, kind, a, b);
}
