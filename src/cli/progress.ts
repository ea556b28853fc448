import type { Text } from '../text/index.ts';
import type { CommandEnvironment } from './environment.ts';

/** What is going on, on stderr: one line that is written over on a terminal, a line every tenth elsewhere when asked for. */
export interface Progress {
  /** `total` is null where the amount of work is not known beforehand. */
  update(
    stage: 'study' | 'marginal' | 'claims' | 'remedies' | 'compare' | 'publish' | 'ambulance' | 'calibrate' | 'surge',
    done: number,
    total: number | null,
  ): void;
  /** Removes the line. */
  clear(): void;
}

const REFRESH_MS = 250;
const SILENT: Progress = { update: () => undefined, clear: () => undefined };

export function createProgress(environment: CommandEnvironment, text: Text, isAskedFor: boolean): Progress {
  if (!environment.isErrorTerminal && !isAskedFor) return SILENT;
  let stage = '';
  let startedAt = 0;
  let shownAt = -Infinity;
  let shownTenth = -1;
  let width = 0;
  const words = (name: string, done: number, total: number | null): string => {
    const label = text.find(`cli:progress.${name}`) ?? name;
    if (total === null) return text.t('cli:progress.open', { stage: label, done });
    const seconds = done === 0 ? 0 : Math.ceil(((environment.now() - startedAt) / done) * ((total - done) / 1000));
    return text.t('cli:progress.line', { stage: label, done, total, left: text.t('cli:progress.seconds', { seconds }) });
  };
  const clear = (): void => {
    if (width > 0) environment.writeError(`\r\u001b[2K`);
    width = 0;
  };
  return {
    clear,
    update(name, done, total) {
      if (name !== stage) {
        [stage, startedAt, shownAt, shownTenth] = [name, environment.now(), -Infinity, -1];
      }
      const isLast = total !== null && done === total;
      if (environment.isErrorTerminal) {
        if (environment.now() - shownAt < REFRESH_MS && !isLast) return;
        const line = words(name, done, total);
        clear();
        environment.writeError(line);
        width = line.length;
        shownAt = environment.now();
      } else {
        const tenth = total === null ? Math.floor(done / 50) : Math.floor((10 * done) / total);
        if (tenth === shownTenth) return;
        shownTenth = tenth;
        environment.writeError(`${words(name, done, total)}\n`);
      }
    },
  };
}
