import { ENGINE_VERSION } from '../../src/results/index.ts';
import { figureOf, isInside, roundFingerprint, RUNS, type BackCast, type Prediction } from './predict.ts';
import type { Fact, PastRound } from './rounds.ts';

export const BEGIN = '<!-- back-casts: written by npm run backcast -->';
export const END = '<!-- end of back-casts -->';

const million = (people: number): string => (people >= 1e6 ? `${(people / 1e6).toFixed(2)} M` : Math.round(people).toLocaleString('en-US'));

function factWords(fact: Fact): string {
  if ('at' in fact) return `${fact.of} by T+${fact.at} h`;
  return 'allAt' in fact ? `all ${fact.of} at T+` : `all ${fact.of} by T+ at the latest`;
}

function value(fact: Fact, x: number): string {
  return 'at' in fact ? million(x) : `${x.toFixed(1)} h`;
}

function row(name: string, prediction: Prediction): string {
  const { fact, byPace } = prediction;
  const cells = byPace.map(({ p10, p50, p90 }) => `${value(fact, p50)} (${value(fact, p10)} – ${value(fact, p90)})`);
  const known = value(fact, figureOf(fact));
  return `| ${[name, factWords(fact), known, ...cells, isInside(prediction) ? 'inside' : '**miss**'].join(' | ')} |\n`;
}

const named = ({ scenario: { name } }: PastRound, language: 'zh' | 'en'): string => (typeof name === 'string' ? name : name[language]);
const english = (round: PastRound): string => named(round, 'en');

/** What the table was made of, one line a round: a test compares it with the files. */
export const stampOf = (round: PastRound): string => `${round.scenario.id} ${roundFingerprint(round)} engine ${ENGINE_VERSION}`;

/** The section between the marks, marks included. */
export function backCastSection(casts: readonly BackCast[]): string {
  const table = casts.flatMap(({ round, predictions }) => predictions.map((prediction) => row(english(round), prediction))).join('');
  const readings = casts.map(({ round }) => `- **${english(round)}.** ${round.reading.en}\n`).join('');
  const chinese = casts.map(({ round }) => `- **${named(round, 'zh')}。** ${round.reading.zh}\n`).join('');
  const all = casts.flatMap(({ predictions }) => predictions);
  const hits = all.filter(isInside).length;
  const stamps = casts.map(({ round }) => stampOf(round)).join('\n');
  return `${BEGIN}

## Back-casts

What was known beforehand goes in (data/scenarios/backcasts, each number with its source), what became known later is compared. Every round is predicted at the two paces that the claim check uses, the official 60 people an hour a sampler and the 100 seen at peaks; P50 and, in brackets, P10–P90 of ${RUNS} runs, uncertainty on. "Inside" means between the lowest P10 and the highest P90, give or take the precision of the published figure; a bound is inside when the lowest P10 keeps it. No default was moved for any of these rounds. "All resulted" is the last first result, re-tests aside.

| round | what | fact | predicted at 60 an hour | predicted at 100 an hour | |
| --- | --- | --- | --- | --- | --- |
${table}
${hits} of ${all.length} facts lie inside.

${readings}
### 对不上的地方怎么看

上表左起：哪一轮、什么数字、实际、按每名采样员每小时 60 人的预测、按 100 人的预测。${all.length} 个事实中 ${hits} 个落在预测之内；没有为任何一轮改动默认值。

${chinese}
\`\`\`text
${stamps}
\`\`\`

${END}`;
}

/** A document with the section in the place of the one it had, or at its end. */
export function withSection(document: string, section: string, { begin, end } = { begin: BEGIN, end: END }): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) return `${document.trimEnd()}\n\n${section}\n`;
  return document.slice(0, from) + section + document.slice(to + end.length);
}
