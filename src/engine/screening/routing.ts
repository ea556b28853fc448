import { schedule } from '../kernel/index.ts';
import { EVENT } from './events.ts';
import type { RunContext } from './run-context.ts';
import type { RunState } from './state.ts';

/**
 * The lab that a load from site s goes to. Balanced: the least outstanding work for its capacity, of equals the least assigned so far.
 * Nearest: the shortest way. A lab without a line is passed over while another has one.
 */
export function chooseLab(context: RunContext, s: number, load: number): number {
  const { input, state } = context;
  const { tubesPerDay, lines, outstanding, assigned } = state.lab;
  const { count, fromSite } = input.labs;
  let best = -1;
  let bestWork = Infinity;
  let bestAssigned = Infinity;
  for (let lab = 0; lab < count; lab++) {
    if (lines[lab] === 0) continue;
    const work = input.labs.nearest ? fromSite[s * count + lab] : (outstanding[lab] + load) / tubesPerDay[lab];
    const share = assigned[lab] / tubesPerDay[lab];
    if (work < bestWork || (work === bestWork && share < bestAssigned)) {
      best = lab;
      bestWork = work;
      bestAssigned = share;
    }
  }
  return best >= 0 ? best : nearestLab(context, s);
}

function nearestLab(context: RunContext, s: number): number {
  const { count, fromSite } = context.input.labs;
  let best = 0;
  for (let lab = 1; lab < count; lab++) if (fromSite[s * count + lab] < fromSite[s * count + best]) best = lab;
  return best;
}

/** Puts a chain of parcels, so many tubes, on its way to a lab. */
export function send(state: RunState, lab: number, head: number, tubes: number, arrivesAt: number): void {
  state.lab.outstanding[lab] += tubes;
  state.lab.assigned[lab] += tubes;
  schedule(state.calendar, arrivesAt, EVENT.delivery, lab, head);
}
