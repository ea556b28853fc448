import { solveLscp, solveMclp, solveMexclp } from './covering.ts';
import { solvePcenter, solvePmedian } from './distance.ts';
import type { ProgramSolver } from './program.ts';
import type { SitingAnswer, SitingCase, SitingModel, SitingOptions } from './siting.ts';

/** What a model must be told. */
export const SITING_NEEDS: Readonly<Record<SitingModel, readonly ('sites' | 'within' | 'busy')[]>> = {
  lscp: ['within'],
  mclp: ['sites', 'within'],
  pmedian: ['sites'],
  pcenter: ['sites'],
  mexclp: ['sites', 'within', 'busy'],
};

/**
 * Solves a case by one of the models. Throws RangeError on options that are missing or out of range, InfeasibleSiting when nothing can do
 * what is asked, SitingOutOfTime when nothing was found in time.
 */
export function solveSiting(solve: ProgramSolver, model: SitingModel, siting: SitingCase, options: SitingOptions): SitingAnswer {
  const { sites = 0, within = 0, busy = 0, kept = [] } = options;
  for (const need of SITING_NEEDS[model]) if (options[need] === undefined) throw new RangeError(`${model} needs ${need}`);
  const most = model === 'mexclp' ? Infinity : siting.siteIds.length;
  if (
    options.sites !== undefined &&
    !(Number.isInteger(sites) && sites >= Math.max(1, kept.length) && (sites <= most || model === 'lscp'))
  ) {
    throw new RangeError(`${model}: ${sites} sites of ${siting.siteIds.length}`);
  }
  if (!(within >= 0)) throw new RangeError(`${model}: within ${within} minutes`);
  if (!(busy >= 0 && busy < 1)) throw new RangeError(`${model}: busy ${busy}`);
  switch (model) {
    case 'lscp':
      return solveLscp(solve, siting, { ...options, within });
    case 'mclp':
      return solveMclp(solve, siting, { ...options, within, sites });
    case 'mexclp':
      return solveMexclp(solve, siting, { ...options, within, sites, busy });
    case 'pmedian':
      return solvePmedian(solve, siting, { ...options, sites });
    case 'pcenter':
      return solvePcenter(solve, siting, { ...options, sites });
  }
}
