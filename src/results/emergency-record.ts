import { AREAS, SEVERITIES, TRANSFER, type EmergencyRun } from '../engine/index.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../units/index.ts';
import { RESPONSE_BINS, TOWNSHIP_BINS, type EmergencyRecord, type GroupRecord } from './emergency-types.ts';

/** Townships of the city, and the standard of each area in minutes: what a record needs to know beside the run. */
export interface RecordFrame {
  readonly townships: number;
  readonly standardMinutes: readonly [urban: number, rural: number];
}

const LOST = 2;
/** Quantiles are read off counts by second up to four hours; beyond that all is alike. */
const SECONDS = 4 * 3600;
const ALL = AREAS;
const GROUPS = AREAS + 1 + SEVERITIES;

interface Tally {
  calls: number;
  minutes: number;
  within15: number;
  within30: number;
  readonly seconds: Int32Array;
}

/** Sums up a finished run: whatever began after the warm-up. */
export function recordEmergency(run: EmergencyRun, replication: number, { townships, standardMinutes }: RecordFrame): EmergencyRecord {
  const { calls, missions, input, nearestStation } = run;
  const { places, stations, warmUp } = input;
  const tallies = Array.from({ length: GROUPS }, (): Tally => ({
    calls: 0,
    minutes: 0,
    within15: 0,
    within30: 0,
    seconds: new Int32Array(SECONDS),
  }));
  const distribution = new Int32Array(AREAS * RESPONSE_BINS);
  const hourCalls = new Float64Array(AREAS * 24);
  const hourMinutes = new Float64Array(AREAS * 24);
  const township = () => new Float64Array(townships);
  const [townshipCalls, townshipMinutes, townshipWithin, townshipElsewhere] = [township(), township(), township(), township()];
  const townshipDistribution = new Int32Array(townships * TOWNSHIP_BINS);
  let [queued, lost, unserved, queueTicks, elsewhere, transfers, transferTicks, transfersUnserved] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < calls.count; i++) {
    const at = calls.at[i];
    if (at < warmUp) continue;
    const isTransfer = calls.severity[i] === TRANSFER;
    const ticks = missions.arriveAt[i] - at;
    if (isTransfer) {
      if (missions.vehicle[i] < 0) transfersUnserved++;
      else {
        transfers++;
        transferTicks += ticks;
      }
      continue;
    }
    if (missions.waited[i] > 0) queued++;
    if (missions.vehicle[i] < 0) {
      if (missions.waited[i] === LOST) lost++;
      else unserved++;
      continue;
    }
    if (missions.waited[i] > 0) queueTicks += missions.dispatchAt[i] - at - input.times.handling;
    const place = calls.place[i];
    const area = places.area[place];
    const minutes = ticks / TICKS_PER_MINUTE;
    const bin = Math.min(RESPONSE_BINS - 1, Math.floor(minutes));
    const second = Math.min(SECONDS - 1, Math.floor(ticks / TICKS_PER_SECOND));
    count(tallies[area], minutes, second);
    count(tallies[ALL], minutes, second);
    count(tallies[ALL + 1 + calls.severity[i]], minutes, second);
    distribution[area * RESPONSE_BINS + bin]++;
    const hour = area * 24 + (Math.floor((at + input.startClock) / TICKS_PER_HOUR) % 24);
    hourCalls[hour]++;
    hourMinutes[hour] += minutes;
    const row = places.township[place];
    const isElsewhere = missions.station[i] !== nearestStation[place];
    if (isElsewhere) elsewhere++;
    if (row < 0) continue;
    townshipCalls[row]++;
    townshipMinutes[row] += minutes;
    townshipDistribution[row * TOWNSHIP_BINS + Math.min(TOWNSHIP_BINS - 1, Math.floor(minutes))]++;
    if (minutes <= standardMinutes[area]) townshipWithin[row]++;
    if (isElsewhere) townshipElsewhere[row]++;
  }
  return {
    replication,
    days: (input.horizon - warmUp) / TICKS_PER_DAY,
    groups: tallies.map(groupOf),
    distribution,
    hourCalls,
    hourMinutes,
    townshipCalls,
    townshipMinutes,
    townshipWithin,
    townshipElsewhere,
    townshipDistribution,
    ...recordFleet(run, stations.count),
    queued,
    lost,
    unserved,
    queueMinutes: queueTicks / TICKS_PER_MINUTE,
    elsewhere,
    transfers,
    transferMinutes: transferTicks / TICKS_PER_MINUTE,
    transfersUnserved,
  };
}

function count(tally: Tally, minutes: number, second: number): void {
  tally.calls++;
  tally.minutes += minutes;
  if (minutes <= 15) tally.within15++;
  if (minutes <= 30) tally.within30++;
  tally.seconds[second]++;
}

const groupOf = ({ calls, minutes, within15, within30, seconds }: Tally): GroupRecord => ({
  calls,
  minutes,
  p50: quantile(seconds, calls, 0.5),
  p90: quantile(seconds, calls, 0.9),
  within15,
  within30,
});

/** Minutes below which a share of the calls lies, to a second; NaN of nothing. */
function quantile(seconds: Int32Array, total: number, share: number): number {
  if (total === 0) return NaN;
  const rank = share * total;
  let below = 0;
  let second = 0;
  while (second < seconds.length - 1 && below + seconds[second] < rank) below += seconds[second++];
  const inside = seconds[second] === 0 ? 0 : (rank - below) / seconds[second];
  return (second + inside) / 60;
}

/** Missions and busy time by station, by hour of the day, and the most vehicles busy in one minute. */
function recordFleet(run: EmergencyRun, stationCount: number) {
  const { calls, missions, input } = run;
  const { warmUp, horizon, places, stations, vehicles } = input;
  const byStation = () => new Float64Array(stationCount);
  const [stationMissions, stationOutside, stationBusyHours, stationHandHours] = [byStation(), byStation(), byStation(), byStation()];
  const hourBusy = new Float64Array(24);
  const steps = new Int16Array(Math.ceil((horizon - warmUp) / TICKS_PER_MINUTE) + 2);
  for (let i = 0; i < calls.count; i++) {
    const v = missions.vehicle[i];
    if (v < 0) continue;
    const from = Math.max(warmUp, missions.dispatchAt[i]);
    const until = Math.min(horizon, missions.freeAt[i]);
    if (until <= from) continue;
    const station = vehicles.station[v];
    stationBusyHours[station] += (until - from) / TICKS_PER_HOUR;
    steps[Math.floor((from - warmUp) / TICKS_PER_MINUTE)]++;
    steps[Math.ceil((until - warmUp) / TICKS_PER_MINUTE)]--;
    addHours(hourBusy, from + input.startClock, until + input.startClock);
    if (calls.at[i] < warmUp) continue;
    stationMissions[station]++;
    if (stations.district[station] !== places.district[calls.place[i]]) stationOutside[station]++;
  }
  run.atHand().forEach((ticks, v) => (stationHandHours[vehicles.station[v]] += ticks / TICKS_PER_HOUR));
  let busy = 0;
  let mostBusy = 0;
  for (const step of steps) {
    busy += step;
    if (busy > mostBusy) mostBusy = busy;
  }
  return { stationMissions, stationOutside, stationBusyHours, stationHandHours, hourBusy, mostBusy };
}

/** Adds a span to the hours of the day that it lies in. */
function addHours(hours: Float64Array, from: number, until: number): void {
  for (let at = from; at < until;) {
    const next = Math.min(until, (Math.floor(at / TICKS_PER_HOUR) + 1) * TICKS_PER_HOUR);
    hours[Math.floor(at / TICKS_PER_HOUR) % 24] += (next - at) / TICKS_PER_HOUR;
    at = next;
  }
}
