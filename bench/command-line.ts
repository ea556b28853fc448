import { spawnSync } from 'node:child_process';
import { timesOf, type Times } from './measure.ts';

const FIRST_ANSWER = ['run', '--replications', '1', '--no-marginal', '--no-claims', '--no-remedies', '--json'];

function timeNode(args: readonly string[]): number {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ended with ${status}`);
  return performance.now() - began;
}

/** Milliseconds from Node's own start to the command line's first answer, turn about with an empty Node. */
export function measureFirstAnswer(program: string, turns: number): Times {
  const beyond: number[] = [];
  for (let i = 0; i < turns; i++) {
    const empty = timeNode(['-e', '0']);
    beyond.push(timeNode([program, ...FIRST_ANSWER]) - empty);
  }
  return timesOf(beyond);
}

export interface StudyCost {
  readonly seconds: number;
  readonly peakMemoryMB: number;
}

/** A whole study by the command line in a process of its own: wall time and the most memory it held. */
export function measureStudy(program: string, replications: number, workers: number): StudyCost {
  const args = ['run', '--replications', String(replications), '--workers', String(workers), '--no-marginal', '--json'];
  const report = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'));`;
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, program, ...args],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the study ended with ${status}: ${stderr}`);
  const peaks = Array.from(stderr.matchAll(/peak (\d+)/g), ([, kilobytes]) => Number(kilobytes));
  return { seconds: (performance.now() - began) / 1000, peakMemoryMB: Math.max(...peaks) / 1024 };
}
