import { comparePaired, runClaimCheck, runMarginals, runRemedies, runStudy, type Runner } from '../experiment/index.ts';
import type { StudyService } from '../store/index.ts';

/** The page's studies over workers; the command line calls the same functions, so both say the same. */
export function createStudyService(createRunner: () => Runner): StudyService {
  let runner = createRunner();
  return {
    study: (variant, options) => runStudy(runner, variant, options),
    typical: (variant, seed, replication, signal) => runner.typical(variant, seed, replication, signal),
    claims: (variant, seed, options) => runClaimCheck(runner, variant, { seed, ...options }),
    marginals: (variant, study, options) => runMarginals(runner, variant, study, options),
    remedies: (variant, study, { signal, onProgress, onFound }) =>
      runRemedies(runner, variant, study, { signal, onProgress: (runs) => onProgress(runs, 0), onFound }),
    compare: (a, b, options) => comparePaired(runner, a, b, options),
    replaceWorkers: () => {
      runner.dispose();
      runner = createRunner();
    },
  };
}
