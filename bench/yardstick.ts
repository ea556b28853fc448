import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timesOf, type RoundAnswers, type Times } from './measure.ts';
import { yardstickText, type Workload } from './workload.ts';

const COMPILERS = ['cc', 'gcc', 'clang'];
const FLAGS = ['-O3', '-march=native', '-ffp-contract=off'];

export interface Yardstick {
  /** Times of so many replications, warm: the first three are left out. */
  run(replications: number): { readonly times: Times; readonly answers: RoundAnswers[] };
  dispose(): void;
}

/**
 * The same city in C, compiled here and now; null where no compiler is at hand.
 * @param draws by the engine's quantile tables, or by ziggurat and the exponential function as a C program usually would
 */
export function createYardstick(city: Workload, source: string, draws: 'tables' | 'ziggurat'): Yardstick | null {
  const folder = mkdtempSync(join(tmpdir(), 'pingzhan-bench-'));
  const program = join(folder, 'yardstick');
  const isBuilt = COMPILERS.some(
    (compiler) =>
      spawnSync(compiler, [...FLAGS, ...(draws === 'ziggurat' ? ['-DZIGGURAT'] : []), '-o', program, source, '-lm'], { stdio: 'ignore' })
        .status === 0,
  );
  if (!isBuilt) {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  const text = yardstickText(city);
  return {
    run(replications) {
      const { status, stdout } = spawnSync(program, ['1', String(replications + 3)], { input: text, encoding: 'utf8', maxBuffer: 1 << 26 });
      if (status !== 0) throw new Error(`the C yardstick ended with ${status}`);
      const lines = stdout.trim().split('\n').slice(3);
      const answers = lines.map((line) => JSON.parse(line) as RoundAnswers & { ms: number });
      return { times: timesOf(answers.map(({ ms }) => ms)), answers };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
