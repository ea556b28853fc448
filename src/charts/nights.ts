import type { TypicalRun } from '../results/index.ts';
import type { HourSpan } from './axis.ts';

/**
 * Spans, in hours after the order, in which no site of the typical run is open: its nights, whatever made them.
 * The time before the first opening and after the last one is not a night.
 */
export function nightsOf(typical: TypicalRun): HourSpan[] {
  const sites = typical.siteOpeningHours.length;
  const hoursPerStep = typical.stepMinutes / 60;
  const open = new Uint8Array(typical.steps);
  for (let site = 0; site < sites; site++) {
    const row = site * typical.steps;
    for (let step = 0; step < typical.steps; step++) open[step] |= typical.siteOpen[row + step];
  }
  const first = open.indexOf(1);
  const last = open.lastIndexOf(1);
  const spans: HourSpan[] = [];
  for (let step = first + 1, from = -1; first >= 0 && step <= last; step++) {
    if (open[step] === 0 && from < 0) from = step;
    if (open[step] === 1 && from >= 0) {
      spans.push({ from: from * hoursPerStep, to: step * hoursPerStep });
      from = -1;
    }
  }
  return spans;
}
