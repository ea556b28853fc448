import { copyCalendar, type Calendar } from '../kernel/index.ts';
import type { ScreeningInput } from './input.ts';
import { clearRows } from './people.ts';
import type { RunState } from './state.ts';

/**
 * Puts a state of the same input back to the instant of the order, so that its memory serves another run. The arrays of people, tubes, parcels and recalls are
 * left as they are: each entry is written before it is read.
 */
export function resetState(state: RunState, input: ScreeningInput): void {
  const { site, desk, courier, lab, count } = state;
  const kept = new Set<unknown>([site.personStart, site.deskStart, site.registrarStart, site.planStart]);
  for (const part of [site, desk, courier, lab, count]) {
    for (const array of Object.values(part)) if (ArrayBuffer.isView(array) && !kept.has(array)) (array as Float64Array).fill(0);
  }
  for (const name of [
    'sealedLate',
    'arrivedLate',
    'oldSpecimens',
    'recalled',
    'reswabbed',
    'confirmed',
    'courierTicks',
    'resultedInTime',
    'firstRead',
    'firstReadInTime',
  ] as const)
    count[name] = 0;
  count.rounds.size = 0;
  for (const part of [state.tube, state.parcel, state.recall]) part.size = 0;
  Object.assign(state, {
    now: 0,
    deadline: input.deadline.ticks,
    poolSize: input.pool.size,
    courierInterval: input.couriers.interval,
    nextChange: 0,
    labWaiting: 0,
    labWaitingPeak: 0,
  });
  Object.assign(state.calendar, { size: 0, sequence: 0 });
  site.hoursOpen.fill(input.hours.open);
  site.hoursClose.fill(input.hours.close);
  site.desks.set(input.sites.desks);
  site.registrars.set(input.sites.registrars);
  site.expected.set(input.sites.people.map((n) => n * input.rounds.count));
  state.home.next.fill(0);
  clearRows(site.personStart, state.row);
  for (const array of [site.pace, site.arrivalFactor, site.travelFactor]) array.fill(1);
  site.arrivalFactorUntil.fill(-1);
  for (const array of [courier.head, courier.tail, lab.head, lab.tail, lab.priorityHead, lab.priorityTail]) array.fill(-1);
  lab.firstAt.fill(Infinity);
}

function copyRecord<T extends object>(record: T): T {
  const copy = { ...record } as Record<string, unknown>;
  for (const [name, value] of Object.entries(record)) {
    if (ArrayBuffer.isView(value)) copy[name] = (value as Float64Array).slice();
    else if (name === 'calendar') copy[name] = copyCalendar(value as Calendar);
    else if (value !== null && typeof value === 'object') copy[name] = copyRecord(value as object);
  }
  return copy as T;
}

/** An independent copy of the whole state. */
export function copyState(state: RunState): RunState {
  const copy = copyRecord(state);
  if (state.home.demand === state.person.arrival)
    Object.assign(copy.home, { start: copy.site.personStart, demand: copy.person.arrival, ticks: copy.person.samplingTicks });
  return copy;
}
