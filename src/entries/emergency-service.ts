import { calibrateEmergency, prepareEmergency, runEmergencyStudy, runSurge, type Runner } from '../experiment/index.ts';
import type { EmergencyService } from '../store/index.ts';

/** The emergency screen's studies over workers of their own; the command line calls the same functions, so both say the same. */
export function createEmergencyService(createRunner: () => Runner): EmergencyService {
  let runner: Runner | null = null;
  const ready = (): Runner => (runner ??= createRunner());
  return {
    study: (plan, options) => runEmergencyStudy(ready(), plan, options),
    trace: (plan, seed, replication, signal) => ready().trace(prepareEmergency(plan).network, seed, replication, signal),
    surge: (plan, levels, options) => runSurge(ready(), plan, levels, options),
    calibrate: (plan, stated, options) => calibrateEmergency(ready(), plan, stated, options),
    rest: () => {
      runner?.dispose();
      runner = null;
    },
  };
}
