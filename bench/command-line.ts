import { spawnSync } from 'node:child_process';
import { timesOf, type Times } from './measure.ts';

const FIRST_ANSWER = ['run', '--replications', '1', '--no-marginal', '--no-claims', '--no-remedies', '--json'];

/** What a command cost in a process of its own: wall time, processor time of all its threads, and the most memory it held. */
export interface ProcessCost {
  readonly wallMs: number;
  readonly processorMs: number;
  readonly peakMemoryMB: number;
}

const REPORT = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write('\\ncost ' + (user + system) / 1000 + ' ' + process.resourceUsage().maxRSS / 1024 + '\\n');
});`;

function costOf(args: readonly string[]): ProcessCost {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const wallMs = performance.now() - began;
  if (status !== 0) throw new Error(`node ended with ${status}: ${stderr}`);
  const costs = Array.from(stderr.matchAll(/cost ([\d.]+) ([\d.]+)/g), ([, ms, megabytes]) => [Number(ms), Number(megabytes)]);
  return {
    wallMs,
    processorMs: Math.max(...costs.map(([ms]) => ms)),
    peakMemoryMB: Math.max(...costs.map(([, megabytes]) => megabytes)),
  };
}

/** Milliseconds from Node's own start to the command line's first answer, turn about with an empty Node. */
export function measureFirstAnswer(program: string, turns: number): { readonly wall: Times; readonly processor: Times } {
  const wall: number[] = [];
  const processor: number[] = [];
  for (let i = 0; i < turns; i++) {
    const empty = costOf(['-e', '0']);
    const answer = costOf([program, ...FIRST_ANSWER]);
    wall.push(answer.wallMs - empty.wallMs);
    processor.push(answer.processorMs - empty.processorMs);
  }
  return { wall: timesOf(wall), processor: timesOf(processor) };
}

/** A whole study of Ezhou as stated by the command line. */
export function measureStudy(program: string, replications: number, workers: number): ProcessCost {
  const counts = ['--replications', String(replications), '--workers', String(workers)];
  return costOf([program, 'run', ...counts, '--no-marginal', '--no-claims', '--no-remedies', '--json']);
}
