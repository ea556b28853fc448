import { fromTable, nextUint32 } from '../random/index.ts';
import { drawArrivals, factorAt, orderByTime, type CallsChange } from './arrivals.ts';
import { SEVERITIES, TRANSFER, type EmergencyInput } from './input.ts';

/** All calls of a run in the order of their instants. Every draw that a call will ever need is its own, made here. */
export interface CallList {
  readonly count: number;
  readonly at: Float64Array;
  readonly place: Int32Array;
  /** 0–2, or TRANSFER. */
  readonly severity: Uint8Array;
  /** 1 where the patient is taken to a hospital. */
  readonly transported: Uint8Array;
  /** 1 where the vehicle is cleaned as after an infectious patient. */
  readonly infectious: Uint8Array;
  /** Ticks; `whole` is 0 unless the input draws whole missions. */
  readonly turnout: Int32Array;
  readonly scene: Int32Array;
  readonly handover: Int32Array;
  readonly whole: Int32Array;
}

const UNIT = 1 / 4294967296;

/**
 * Calls and transfers of one replication with their own luck. Every call draws the same number of times, whatever becomes of it, so that
 * what happens to one moves no draw of another.
 */
export function drawCalls(input: EmergencyInput, seed: number, replication: number): CallList {
  const { times, severityShares, horizon } = input;
  const changes = input.changes.filter((change): change is CallsChange => change.kind === 'calls').toSorted((a, b) => a.at - b.at);
  const arrivals = drawArrivals(input, changes, seed, replication);
  const order = orderByTime(arrivals, horizon);
  const { at, flow, details, place, isTransfer } = arrivals;
  const isFewer = changes.some(({ factor }) => factor < 1);
  const calls = createCalls(arrivals.count);
  const [urgent, ordinary] = [severityShares[0], severityShares[0] + severityShares[1]];
  let count = 0;
  for (let k = 0; k < order.length; k++) {
    const i = order[k];
    const f = flow[i];
    const offset = 4 * f;
    const mark = nextUint32(details, offset) * UNIT;
    const urgency = nextUint32(details, offset) * UNIT;
    const way = nextUint32(details, offset) * UNIT;
    const germs = nextUint32(details, offset) * UNIT;
    const turnout = nextUint32(details, offset);
    const scene = nextUint32(details, offset);
    const handover = nextUint32(details, offset);
    const whole = times.whole === null ? 0 : Math.max(1, Math.round(fromTable(times.whole, nextUint32(details, offset))));
    const moved = isTransfer[f];
    if (isFewer && moved === 0 && mark >= factorAt(changes, at[i], (factor) => factor < 1)) continue;
    const severity = moved === 1 ? TRANSFER : urgency < urgent ? 0 : urgency < ordinary ? 1 : SEVERITIES - 1;
    calls.at[count] = at[i];
    calls.place[count] = place[f];
    calls.severity[count] = severity;
    calls.transported[count] = moved === 1 || way < times.transported[severity] ? 1 : 0;
    calls.infectious[count] = moved === 1 || germs < times.infectious ? 1 : 0;
    calls.turnout[count] = (fromTable(times.turnout, turnout) + 0.5) | 0;
    calls.scene[count] = (fromTable(times.scene, scene) + 0.5) | 0;
    calls.handover[count] = (fromTable(times.handover, handover) + 0.5) | 0;
    calls.whole[count] = whole;
    count++;
  }
  return { ...calls, count };
}

function createCalls(capacity: number): Omit<CallList, 'count'> {
  return {
    at: new Float64Array(capacity),
    place: new Int32Array(capacity),
    severity: new Uint8Array(capacity),
    transported: new Uint8Array(capacity),
    infectious: new Uint8Array(capacity),
    turnout: new Int32Array(capacity),
    scene: new Int32Array(capacity),
    handover: new Int32Array(capacity),
    whole: new Int32Array(capacity),
  };
}
