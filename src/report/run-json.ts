import type { ClaimCell, Marginals, Remedy } from '../experiment/index.ts';
import type { DeadlineVerdict, Estimate, Study } from '../results/index.ts';

export const RUN_SCHEMA = 'pingzhan.run/1';

/** What else was worked out beside the study; absent parts are left out of the file. */
export interface RunExtras {
  readonly marginals?: Marginals | null;
  readonly claims?: readonly ClaimCell[] | null;
  readonly remedies?: readonly Remedy[] | null;
}

/**
 * A study as `run --json` and the page's download give it: hours after the order, people, tubes, minutes. Holds no time of day, no timing
 * and nothing of the machine, so that one scenario, seed and engine version give the same bytes everywhere.
 */
export function runJson(study: Study, extras: RunExtras = {}): Record<string, unknown> {
  const { marginals, claims, remedies } = extras;
  return {
    schema: RUN_SCHEMA,
    engineVersion: study.engineVersion,
    notice: { zh: '模拟结果，非实时信息', en: 'Simulated, not live' },
    scenario: study.scenario,
    seed: study.seed,
    replications: study.replications,
    population: study.population,
    participants: study.participants,
    verdict: {
      sampledWithinDeadline: verdictJson(study.sampledWithinDeadline),
      resultedWithinDeadline: verdictJson(study.resultedWithinDeadline),
      binding: marginals ? { sampling: marginals.binding.sampling, results: marginals.binding.results } : null,
    },
    finish: { sampledHours: finishJson(study.sampledFinish), resultedHours: finishJson(study.resultedFinish) },
    waitMinutes: study.wait,
    tubes: study.means.tubes,
    plates: study.means.plates,
    means: study.means,
    series: {
      hours: Array.from(study.hours),
      arrived: Array.from(study.bands.arrived.mean),
      sampled: Array.from(study.bands.sampled.mean),
      delivered: Array.from(study.bands.delivered.mean),
      resulted: Array.from(study.bands.resulted.mean),
    },
    marginal: marginals?.marginal ?? [],
    ...(claims ? { claims: claims.map(claimJson) } : {}),
    ...(remedies ? { remedies: remedies.map(remedyJson) } : {}),
  };
}

/** The file's text: two blanks of indent and a line break at the end. */
export const runJsonText = (study: Study, extras: RunExtras = {}): string => `${JSON.stringify(runJson(study, extras), null, 2)}\n`;

function verdictJson({ probability, interval, deadlineHours, missing }: DeadlineVerdict): Record<string, unknown> {
  return { probability, interval, deadlineHours, missing };
}

function finishJson(estimate: Estimate & { readonly t99: number | null }): Record<string, unknown> {
  const { mean, interval, p10, p50, p90, t99 } = estimate;
  return { mean, interval, p10, p50, p90, t99 };
}

function briefJson(study: Study): Record<string, unknown> {
  return {
    replications: study.replications,
    sampledWithinDeadline: verdictJson(study.sampledWithinDeadline),
    resultedWithinDeadline: verdictJson(study.resultedWithinDeadline),
    sampledHours: finishJson(study.sampledFinish),
    resultedHours: finishJson(study.resultedFinish),
  };
}

const claimJson = ({ reading, perHour, study }: ClaimCell): Record<string, unknown> => ({ reading, perHour, ...briefJson(study) });

const remedyJson = ({
  kind,
  deadline,
  amount,
  desks,
  devices,
  probability,
  interval,
  goalHours,
  study,
}: Remedy): Record<string, unknown> => ({
  kind,
  deadline,
  amount,
  desks,
  devices,
  goal: { probability, interval, hours: goalHours },
  ...briefJson(study),
});
