import { compileVariant } from '../../compile/index.ts';
import { runClaimCheck, runMarginals, runRemedies, runStudy } from '../../experiment/index.ts';
import { runCsv, runJsonText, type CsvSubject } from '../../report/index.ts';
import type { Study } from '../../results/index.ts';
import type { Text } from '../../text/index.ts';
import type { CommandEnvironment } from '../environment.ts';
import type { StudyOptions } from '../options.ts';
import { runWords, type RunAnswer } from '../output/run-words.ts';
import { openPlan, type Plan } from '../plan.ts';
import { createProgress } from '../progress.ts';
import { deliver } from './deliver.ts';

/** `run [scenario]`: the study, and what the form of the output asks for besides. */
export async function runCommand(
  environment: CommandEnvironment,
  text: Text,
  scenario: string | undefined,
  options: StudyOptions,
): Promise<void> {
  const plan = openPlan(environment, scenario, options);
  const answer = await simulate(environment, text, plan, options);
  deliver(environment, text, contentOf(text, answer, options), { out: options.out, isCsv: options.form === 'csv' });
}

/** Seed, number of runs and precision: the flag's where it is given, else the plan's. */
export function studyPlan(
  plan: Plan,
  options: StudyOptions,
): { readonly seed: number; readonly replications: number; readonly precisionHours: number } {
  return {
    seed: options.seed ?? plan.settings['experiment.seed'],
    replications: options.replications ?? plan.settings['experiment.replications'],
    precisionHours: options.precision ?? plan.settings['experiment.precisionHours'],
  };
}

async function simulate(environment: CommandEnvironment, text: Text, plan: Plan, options: StudyOptions): Promise<RunAnswer> {
  const { signal } = environment;
  const { variant } = plan;
  const progress = createProgress(environment, text, options.progress);
  const amount = studyPlan(plan, options);
  const isOneRun = amount.replications === 1 && !options.marginal && !options.claims && !options.remedies;
  const runner = environment.createRunner(isOneRun ? 0 : options.workers);
  try {
    const study = await runStudy(runner, variant, {
      ...amount,
      signal,
      onRecord: (done) => progress.update('study', done, amount.replications),
    });
    const marginals = options.marginal
      ? await runMarginals(runner, variant, study, { signal, onProgress: (done, total) => progress.update('marginal', done, total) })
      : null;
    const claims = options.claims
      ? await runClaimCheck(runner, variant, {
          seed: amount.seed,
          signal,
          onProgress: (done, total) => progress.update('claims', done, total),
        })
      : null;
    const remedies = options.remedies
      ? await runRemedies(runner, variant, study, { signal, onProgress: (done) => progress.update('remedies', done, null) })
      : null;
    signal.throwIfAborted();
    return { plan, study, marginals, claims, remedies, lastSites: lastSites(text, plan, study) };
  } finally {
    progress.clear();
    runner.dispose();
  }
}

function contentOf(text: Text, answer: RunAnswer, { form, table }: StudyOptions): string {
  if (form === 'words') return runWords(text, answer);
  if (form === 'json') return runJsonText(answer.study, answer);
  return runCsv(text, table, csvSubject(text, answer));
}

function csvSubject(text: Text, { plan, study, marginals }: RunAnswer): CsvSubject {
  const { sites, labs } = compileVariant(plan.variant.city, plan.variant.scenario);
  return {
    study,
    marginals,
    sites: sites.map(({ id, name, residents }) => ({ id, name: text.pick(name), size: residents })),
    labs: labs.map(({ id, name, tubesPerDay }) => ({ id, name: text.pick(name), size: tubesPerDay })),
    orderClock: plan.settings['order.clock'],
  };
}

const NAMED_SITES = 3;

function lastSites(text: Text, plan: Plan, study: Study): string[] {
  const { sites } = compileVariant(plan.variant.city, plan.variant.scenario);
  const finish = (s: number): number => (Number.isNaN(study.sites.finishMean[s]) ? Infinity : study.sites.finishMean[s]);
  const latestFirst = sites.map((_, s) => s).sort((a, b) => (finish(a) === finish(b) ? a - b : finish(b) - finish(a)));
  return latestFirst.slice(0, NAMED_SITES).map((s) => text.pick(sites[s].name));
}
