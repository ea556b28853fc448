import { fillFromTable, PURPOSE, seedStream } from '../random/index.ts';
import { demandDone, planArrivals } from './demand.ts';
import type { EngineChange } from './input.ts';
import { setLabCapacity } from './lab.ts';
import { peopleOf } from './people.ts';
import type { RunContext } from './run-context.ts';
import { giveUpSpecimen } from './site-tube.ts';
import { closeDeskTube, presentRound } from './tubes.ts';

/** Applies a change at the run's present instant. Throws RangeError when it brings a site above the desks it has room for. */
export function applyChange(context: RunContext, change: EngineChange): void {
  const { state } = context;
  const { site } = state;
  switch (change.kind) {
    case 'desks':
      change.sites.forEach((s, i) => changeDesks(context, s, change.delta[i]));
      return;
    case 'closed':
      for (const s of change.sites) site.shut[s] = change.closed ? 1 : 0;
      return;
    case 'hours':
      replan(context, change.sites, (s) => {
        site.hoursOpen[s] = change.open;
        site.hoursClose[s] = change.close;
      });
      return;
    case 'pace':
      for (const s of change.sites) changePace(context, s, change.factor);
      return;
    case 'arrivals':
      replan(context, change.sites, (s) => {
        site.arrivalFactor[s] = change.factor;
        site.arrivalFactorUntil[s] = change.until;
      });
      return;
    case 'poolSize':
      state.poolSize = change.size;
      return;
    case 'labCapacity':
      setLabCapacity(context, change.lab, change.tubesPerDay);
      return;
    case 'travel':
      for (const s of change.sites) site.travelFactor[s] = change.factor;
      return;
    case 'courierInterval':
      state.courierInterval = change.interval;
      return;
  }
}

/** Alters what a site's arrivals hang on, and plans anew those who have not come by now. */
function replan({ input, state }: RunContext, sites: Int32Array, alter: (s: number) => void): void {
  for (const s of sites) {
    const done = demandDone(state, s, state.now);
    alter(s);
    planArrivals(input, state, s, state.now, done);
  }
}

/** Desks that come are free at once; those that go finish the person they serve and close their tube. */
function changeDesks(context: RunContext, s: number, delta: number): void {
  const { site, desk, now } = context.state;
  const first = site.deskStart[s];
  const room = site.deskStart[s + 1] - first;
  if (site.desks[s] + delta > room) throw new RangeError(`site ${s}: ${site.desks[s] + delta} desks, room for ${room}`);
  const openClock = site.isOpen[s] === 1 ? now - site.offset[s] : site.openClockAtClose[s];
  for (let added = 0; added < delta; added++) {
    const d = first + site.desks[s]++;
    desk.free[d] = openClock;
    desk.tubePeople[d] = 0;
  }
  for (let removed = 0; removed < -delta && site.desks[s] > 0; removed++) {
    const last = first + site.desks[s] - 1;
    let busiest = first;
    for (let d = first + 1; d <= last; d++) if (desk.free[d] >= desk.free[busiest]) busiest = d;
    if (context.input.pool.perSite) giveUpSpecimen(context, s, busiest, presentRound(context, s));
    closeDeskTube(context, s, busiest, Math.max(now, desk.free[busiest] + site.offset[s]), presentRound(context, s));
    desk.free[busiest] = desk.free[last];
    desk.tubePeople[busiest] = desk.tubePeople[last];
    desk.tubeMarks[busiest] = desk.tubeMarks[last];
    desk.tubeFirst[busiest] = desk.tubeFirst[last];
    desk.tubePeople[last] = 0;
    site.desks[s]--;
  }
  changeRegistrars(context, s, openClock);
}

/** By hand, registrars come and go with the desks. */
function changeRegistrars(context: RunContext, s: number, openClock: number): void {
  const { site } = context.state;
  const perDesk = context.input.sites.registrarsPerDesk[s];
  if (perDesk === 0) return;
  const first = site.registrarStart[s];
  const wanted = perDesk * site.desks[s];
  site.registrarFree.fill(openClock, first + site.registrars[s], Math.max(first + wanted, first + site.registrars[s]));
  if (wanted < site.registrars[s]) site.registrarFree.subarray(first, first + site.registrars[s]).sort();
  site.registrars[s] = wanted;
}

/** The same draws at another pace, for those whose swab has not begun. */
function changePace(context: RunContext, s: number, factor: number): void {
  const { input, state, seed, replication } = context;
  const { site, person } = state;
  const before = site.pace[s];
  site.pace[s] = factor;
  if (site.prepared[s] === 0) return;
  if (input.choice.boards) {
    const last = site.personStart[s] + site.arrived[s];
    for (let k = site.personStart[s] + site.sampled[s]; k < last; k++)
      person.samplingTicks[k] = Math.max(1, Math.round((person.samplingTicks[k] * factor) / before));
    return;
  }
  if (site.sampled[s] === site.expected[s]) return;
  const from = site.personStart[s];
  const stream = new Int32Array(4);
  seedStream(stream, 0, seed, replication, input.sites.key[s], PURPOSE.sampling);
  const all = new Int32Array(peopleOf(input, s));
  const table = input.sites.doorstep[s] === 1 ? input.sampling.visitTable : input.sampling.table;
  fillFromTable(table, site.speed[s] * factor, stream, 0, all, 0, all.length);
  person.samplingTicks.set(all.subarray(site.sampled[s]), from + site.sampled[s]);
}
