import { valueAt } from '../../../charts/index.ts';
import type { Study, TypicalRun } from '../../../results/index.ts';

/** The round's figures at one instant, as a presentation shows them. */
export interface StageCounts {
  /** People, means over the runs. */
  readonly sampled: number;
  readonly resulted: number;
  /** People in the queues, tubes on their way and tubes waiting at the labs, of the run on the map. */
  readonly queueing: number;
  readonly carried: number;
  readonly backlog: number;
}

export const COUNTS = ['sampled', 'resulted', 'queueing', 'carried', 'backlog'] as const;

/** Sum over all places of a column of the typical run, even between two steps. */
function totalAt(column: Int32Array, { steps, stepMinutes }: TypicalRun, hours: number): number {
  const position = Math.max(0, Math.min((hours * 60) / stepMinutes, steps - 1));
  const step = Math.floor(position);
  const next = Math.min(step + 1, steps - 1);
  let [before, after] = [0, 0];
  for (let row = 0; row < column.length; row += steps) {
    before += column[row + step];
    after += column[row + next];
  }
  return before + (after - before) * (position - step);
}

export function stageCounts(study: Study, typical: TypicalRun, hours: number): StageCounts {
  const mean = (name: 'sampled' | 'resulted'): number => valueAt(study.hours, study.bands[name].mean, hours);
  return {
    sampled: mean('sampled'),
    resulted: mean('resulted'),
    queueing: totalAt(typical.siteQueue, typical, hours),
    carried: totalAt(typical.carriedTubes, typical, hours),
    backlog: totalAt(typical.labBacklog, typical, hours),
  };
}

export interface FinishGap {
  readonly finish: 'sampled' | 'resulted';
  /** Hours by which the shown run's mean finish is later than the other's; negative: sooner. Null where one of them never gets there. */
  readonly hours: number | null;
}

/** How much later one study is than another, by their means; both were simulated with the same luck, run by run. */
export function finishGaps(shown: Study, beside: Study): FinishGap[] {
  return (['sampled', 'resulted'] as const).map((finish) => {
    const [a, b] = [shown[`${finish}Finish`].mean, beside[`${finish}Finish`].mean];
    return { finish, hours: a === null || b === null ? null : a - b };
  });
}
