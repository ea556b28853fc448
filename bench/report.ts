import type { ProcessCost } from './command-line.ts';
import type { RoundAnswers, Times } from './measure.ts';

export interface BenchResult {
  readonly processors: number;
  /** Programs that ran or waited for a core, over the last minute: above the number of cores, wall times are too long. */
  readonly load: number;
  readonly node: string;
  readonly answer: RoundAnswers & { readonly replications: number; readonly deviations: RoundAnswers; readonly peakMemoryMB: number };
  /** null where there is no C compiler. */
  readonly c: Times | null;
  readonly ziggurat: Times | null;
  readonly engine: Times;
  readonly heap: Times | null;
  readonly ezhou: Times;
  /** Milliseconds beyond Node's own start; null where the command line is not built. */
  readonly firstAnswer: { readonly wall: Times; readonly processor: Times } | null;
  readonly study: ProcessCost | null;
  readonly stages: Readonly<Record<'bench' | 'ezhou', readonly { readonly stage: string; readonly share: number }[]>>;
}

type Row = readonly string[];
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const table = (rows: readonly Row[]): string => {
  const line = (row: Row): string => `| ${row.join(' | ')} |\n`;
  return line(rows[0]) + line(rows[0].map(() => '---')) + rows.slice(1).map(line).join('');
};

function ratio(times: Times | null, yardstick: Times | null): string {
  return times && yardstick ? `${(times.median / yardstick.median).toFixed(2)} (${(times.min / yardstick.min).toFixed(2)})` : '–';
}

function timeRows({ c, ziggurat, engine, heap, ezhou }: BenchResult): Row[] {
  const row = (name: string, times: Times | null, goal: string): Row => [
    name,
    times ? ms(times.median) : 'no C compiler here',
    times ? ms(times.min) : '',
    ratio(times, ziggurat),
    ratio(times, c),
    goal,
  ];
  return [
    ['one replication, processor time', 'median', 'least', 'ratio to C, ziggurat: medians (least)', 'ratio to C, tables', 'goal'],
    row('C, bench city, ziggurat draws', ziggurat, ''),
    row("C, bench city, the engine's tables", c, ''),
    row('engine, bench city', engine, '≤ 1.6'),
    heap ? row('event heap, bench city', heap, '≤ 25') : ['event heap, bench city', 'not there', '', '–', '–', '≤ 25'],
    row('engine, Ezhou as stated, all of the model', ezhou, '≤ 3'),
  ];
}

function otherRows({ firstAnswer, study, answer }: BenchResult): Row[] {
  const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
  return [
    ['what', 'wall time', 'processor time', 'goal'],
    [
      'command line, first answer beyond the start of Node',
      ...(firstAnswer ? [ms(firstAnswer.wall.median), ms(firstAnswer.processor.median)] : ['not built', '']),
      '≤ 500 ms',
    ],
    [
      `1,000 replications of Ezhou on 2 workers${study ? `, ${study.peakMemoryMB.toFixed(0)} MB at most` : ''}`,
      ...(study ? [seconds(study.wallMs), seconds(study.processorMs)] : ['not asked for (--study)', '']),
      '≤ 40 s, ≤ 150 MB',
    ],
    [`peak memory after the bench city: ${answer.peakMemoryMB.toFixed(0)} MB`, '', '', ''],
  ];
}

const NAMES: readonly (readonly [keyof RoundAnswers, string, number, number | null])[] = [
  ['meanWaitSeconds', 'mean wait, s', 1, 957.7],
  ['p95WaitSeconds', '95th percentile of waits, s', 0, 4383],
  ['samplingEndsHours', 'sampling ends, h', 2, 47.29],
  ['resultsEndHours', 'results, h', 2, 52.6],
  ['tubes', 'tubes', 0, null],
  ['plates', 'plates', 1, null],
];

function answerRows({ answer }: BenchResult): Row[] {
  const rows = NAMES.map(([name, words, digits, known]) => [
    words,
    answer[name].toFixed(digits),
    answer.deviations[name].toFixed(digits),
    known === null ? '' : known.toFixed(digits),
  ]);
  return [['bench city', `mean of ${answer.replications}`, 'sd of one', 'known, 1,000 replications'], ...rows];
}

function stageRows({ stages }: BenchResult): Row[] {
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  const rows = stages.bench.map(({ stage, share }, i) => [stage, percent(share), percent(stages.ezhou[i].share)]);
  return [['stage', 'bench city', 'Ezhou as stated'], ...rows];
}

/** The result as plain text for a terminal. */
export function summaryText(result: BenchResult): string {
  return [timeRows, otherRows, answerRows, stageRows].map((rows) => `${table(rows(result))}\n`).join('');
}

/** docs/performance.md, whole. */
export function performanceDocument(result: BenchResult): string {
  return `# 性能 / Performance

Written by \`npm run bench -- --study --write\`; do not edit. ${result.processors} processor cores, load average ${result.load.toFixed(1)} (others were using them too where that is above ${result.processors}), Node ${result.node}. Only ratios within one run carry over to another machine.

Two yardsticks stand beside the engine, both the same city in C (bench/yardstick.c), compiled with \`-O3 -march=native\`, one thread, run before and after the engine's turn. One draws as a C program usually does, by ziggurat and the exponential function; that is the kind of program the goals were set by. The other draws by the engine's own quantile tables, the fastest way known here, so the ratio to it is the price of JavaScript and of what the engine does besides. Times of a replication are processor time, which neighbours on the machine disturb least.

Both yardsticks do less than the engine for the same answers: they keep nothing of a person beyond the next one (the engine can be stopped, branched and changed at any instant), know tubes only as a number per pick-up (the engine files each tube with its instants, carries it in a parcel and reads it on its plate), and of counts they have only the waits (the engine also counts arrivals, swabs, deliveries and results by five minutes).

## How fast

${table(timeRows(result))}
${table(otherRows(result))}
## The same answers

${table(answerRows(result))}
The bench city goes through the engine's own door as a plan of its own: open round the clock, nobody registers, nothing uncertain, one open tube a site, couriers by timetable. Three differences are left, each smaller than the spread of the known answers: swab times come from a table that ends at about six times the mean (mean exact, spread 0.02 % less), instants are whole milliseconds, and a plate that waits for a machine goes on filling.

## Where the time goes

Shares of samples of Node's own profiler over warm replications.

${table(stageRows(result))}`;
}
