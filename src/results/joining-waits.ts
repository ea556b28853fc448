import type { TypicalRun } from './types.ts';

type Followed = Pick<TypicalRun, 'steps' | 'stepMinutes' | 'siteQueue' | 'siteSampled' | 'siteOpen'>;

/**
 * Minutes until the swab of somebody who joins site s's queue at the start of each step, counted while the site is open (a closed night is
 * no waiting): the time from the step until as many are sampled as had come by then. NaN while the site is closed or done, Infinity where
 * the run ends first. Read off the curves, so it says as much of a quarter hour in which nobody came as of any other.
 */
export function joiningWaits(run: Followed, s: number): Float64Array {
  const { steps, stepMinutes } = run;
  const from = s * steps;
  const waits = new Float64Array(steps).fill(NaN);
  const openBefore = openMinutes(run, s);
  let served = 0;
  for (let step = 0; step < steps; step++) {
    if (run.siteOpen[from + step] === 0 || isClosing(step)) continue;
    const place = run.siteSampled[from + step] + run.siteQueue[from + step];
    served = Math.max(served, step);
    while (served < steps && run.siteSampled[from + served] < place) served++;
    waits[step] = served === steps ? Infinity : momentOf(place, served) - openBefore[step];
  }
  return waits;

  /** At the very instant of closing a site still counts as open, but takes nobody any more. */
  function isClosing(step: number): boolean {
    const next = from + step + 1;
    return step + 1 < steps && run.siteOpen[next] === 0 && run.siteSampled[next] === run.siteSampled[next - 1];
  }

  /** Open minutes at which the count of people sampled reached `place`, which it had at `step` and not before. */
  function momentOf(place: number, step: number): number {
    if (step === 0) return openBefore[0];
    const before = run.siteSampled[from + step - 1];
    const gained = run.siteSampled[from + step] - before;
    if (gained <= 0 || place <= before) return openBefore[step];
    return openBefore[step - 1] + ((place - before) / gained) * (openBefore[step] - openBefore[step - 1]);
  }

  function openMinutes(followed: Followed, site: number): Float64Array {
    const sum = new Float64Array(steps);
    for (let step = 1; step < steps; step++) {
      const at = site * steps + step;
      const isOpen =
        (followed.siteOpen[at - 1] === 1 && followed.siteOpen[at] === 1) || followed.siteSampled[at] > followed.siteSampled[at - 1];
      sum[step] = sum[step - 1] + (isOpen ? stepMinutes : 0);
    }
    return sum;
  }
}
