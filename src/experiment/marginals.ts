import { mean, meanHalfWidth } from '../engine/index.ts';
import { RESOURCE_IDS, type Marginal, type ResourceId, type RunKpis, type RunRecord, type Study } from '../results/index.ts';
import { resolveSettings } from '../scenario/index.ts';
import { firstReplications, type Runner, type Variant } from './runner.ts';
import { varyResource } from './variations.ts';

export interface Marginals {
  /** Two entries a resource that can be varied: one for each finish. */
  readonly marginal: readonly Marginal[];
  /** The resource of which a tenth more cuts the mean finish most. */
  readonly binding: { readonly sampling: ResourceId; readonly results: ResourceId };
}

export interface MarginalOptions {
  readonly signal?: AbortSignal;
  /** Most runs a resource is tried on, the first ones of the study. */
  readonly replications?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

const TRIED_RUNS = 20;

/** Effect of a tenth more of each resource on both finishes, paired run by run with the study's own luck. */
export async function runMarginals(runner: Runner, variant: Variant, study: Study, options: MarginalOptions = {}): Promise<Marginals> {
  const replications = firstReplications(Math.min(study.replications, options.replications ?? TRIED_RUNS));
  const total = (RESOURCE_IDS.length + 1) * replications.length;
  const horizon = resolveSettings(variant.scenario, variant.city).settings['horizon.days'] * 24;
  let done = 0;
  const run = (changed: Variant): Promise<RunRecord[]> =>
    runner.run(changed, study.seed, replications, { signal: options.signal, onRecord: () => options.onProgress?.(++done, total) });
  const base = await run(variant);
  const marginal: Marginal[] = [];
  for (const resource of RESOURCE_IDS) {
    const variation = varyResource(resource, variant, study);
    if (!variation) continue;
    const records = await run(variation.variant);
    for (const finish of ['sampled', 'resulted'] as const) {
      const differences = records.map(
        (record, i) => finishHours(record.kpis, finish, horizon) - finishHours(base[i].kpis, finish, horizon),
      );
      const half = meanHalfWidth(differences);
      const effectHours = mean(differences);
      marginal.push({
        resource,
        finish,
        change: variation.change,
        amount: variation.amount,
        effectHours,
        interval: Number.isFinite(half) ? [effectHours - half, effectHours + half] : null,
      });
    }
  }
  return { marginal, binding: { sampling: bindingOf(marginal, 'sampled'), results: bindingOf(marginal, 'resulted') } };
}

/** A run that never gets there counts with the horizon's hours, so that getting there at all shows as a gain. */
function finishHours(kpis: RunKpis, finish: 'sampled' | 'resulted', horizonHours: number): number {
  return (finish === 'sampled' ? kpis.sampledFinishHours : kpis.resultedFinishHours) ?? horizonHours;
}

function bindingOf(marginal: readonly Marginal[], finish: 'sampled' | 'resulted'): ResourceId {
  const rows = marginal.filter((row) => row.finish === finish);
  return rows.reduce((best, row) => (row.effectHours < best.effectHours ? row : best)).resource;
}
