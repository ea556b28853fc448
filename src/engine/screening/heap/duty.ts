import type { RunContext } from '../run-context.ts';

/**
 * Books the duty of site s's staff up to a real instant: while the site is open, and no longer than until the last person's turn; with
 * boards, where nobody knows who is the last, until the window ends and the line is empty.
 */
export function bookDuty(context: RunContext, s: number, to: number): void {
  const { input, state } = context;
  const { site } = state;
  const workplace = context.scratch.workplace;
  const from = workplace.dutyFrom;
  if (from >= to) return;
  workplace.dutyFrom = to;
  const swabbed = site.sampled[s];
  const lastTurn = swabbed > 0 ? site.lastTurn[s] + site.offset[s] : from;
  let end = to;
  if (!input.choice.boards) {
    if (swabbed === site.expected[s]) end = Math.min(to, lastTurn);
  } else if (swabbed === site.arrived[s]) {
    end = Math.min(to, Math.max(input.demand.windowEnd, lastTurn));
  }
  if (end > from) site.dutyTicks[s] += site.desks[s] * (end - from);
}
