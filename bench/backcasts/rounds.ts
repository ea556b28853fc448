import huji from '../../data/scenarios/backcasts/huji-2021-08.json';
import ruili from '../../data/scenarios/backcasts/ruili-2021-03.json';
import wuhan from '../../data/scenarios/backcasts/wuhan-2021-08.json';
import xianFirstHours from '../../data/scenarios/backcasts/xian-2021-12-25.json';
import xian from '../../data/scenarios/backcasts/xian-2021-12-27.json';
import zhengzhou from '../../data/scenarios/backcasts/zhengzhou-2022-01.json';
import type { Scenario } from '../../src/scenario/index.ts';

/**
 * Something that was published about a round: people sampled or resulted by an hour after the order, the hour at which all were, or an hour
 * by which all were. `precision` is that of the published figure, in its own unit.
 */
export type Fact = { readonly of: 'sampled' | 'resulted'; readonly precision: number } & (
  { readonly at: number; readonly people: number } | { readonly allAt: number } | { readonly allBy: number }
);

export interface PastRound {
  readonly scenario: Scenario & { readonly id: string };
  readonly facts: readonly Fact[];
  /** What the comparison teaches, in words; no default is moved for its sake. */
  readonly reading: { readonly zh: string; readonly en: string };
}

const of = (file: unknown): PastRound['scenario'] => file as PastRound['scenario'];

/** Published by officials and news of the time; staff counts mix samplers, registrars and shifts. Zhengzhou's facts are a plan's. */
export const PAST_ROUNDS: readonly PastRound[] = [
  {
    scenario: of(ruili),
    facts: [
      { of: 'sampled', at: 12, people: 207_136, precision: 5000 },
      { of: 'sampled', allBy: 24, precision: 0.5 },
      { of: 'resulted', allAt: 36, precision: 3 },
    ],
    reading: {
      zh: '瓶颈不是人手：实际每人每小时只采 9 人，远低于两种速度，因为群众是分批通知、从早到夜里陆续来的；模型假定大家在 22:00 前自行前来，所以 20:00 时多算了约四分之一。出结果则晚算了一天：约 3.1 万个十混一样本管加 3000 支重点人群单管，按公布的每天 15480 管要做 2.2 天；可见实际检测能力比事前公布的大，或者混采人数更多。',
      en: 'Staff did not bind: 9 people per head and hour were sampled, far below either pace, because people were called over the whole day and night; the model lets walk-ins come by 22:00 and so is a quarter too early at 20:00. Results are predicted a day too late: 31,000 pools of ten and 3,000 single tubes of key groups take 2.2 days at the published 15,480 tubes a day, so the labs did more, or pools were larger, than was known beforehand.',
    },
  },
  {
    scenario: of(xian),
    facts: [
      { of: 'sampled', at: 24, people: 12_317_000, precision: 50_000 },
      { of: 'resulted', at: 24, people: 11_348_000, precision: 50_000 },
    ],
    reading: {
      zh: '两条曲线都对得上：按公布的采样台数，无论哪种速度一天都能采完，每天 160 万管的检测能力也跟得上。',
      en: 'Both curves fit: with the desks that were published the city is done in a day at either pace, and labs of 1.6 million tubes a day keep up.',
    },
  },
  {
    scenario: of(xianFirstHours),
    facts: [{ of: 'sampled', at: 2, people: 2_019_000, precision: 5000 }],
    reading: {
      zh: '开场高峰：头两个小时每台每小时 85 人，全城同时到场。模型假定的自行前来曲线在中午偏低，即使按每小时 100 人，许多采样台仍在等人。群众何时来是一项输入，没有哪个默认值能适合所有城市。',
      en: 'A rush at the very start: 85 people per desk and hour in the first two hours, everywhere at once. The assumed walk-in curve is low at midday, so even at 100 an hour many desks of the model still wait for people. The shape of arrivals is an input that no default fits.',
    },
  },
  {
    scenario: of(wuhan),
    facts: [
      { of: 'sampled', at: 24, people: 2_530_000, precision: 50_000 },
      { of: 'sampled', at: 60, people: 10_320_000, precision: 50_000 },
      { of: 'resulted', at: 60, people: 5_510_000, precision: 50_000 },
      { of: 'sampled', at: 84, people: 11_230_000, precision: 50_000 },
      { of: 'resulted', at: 84, people: 10_850_000, precision: 50_000 },
    ],
    reading: {
      zh: '采样对得上，虽然人手是按别的城市的比例估的。出结果对不上：84 小时内 1085 万人出结果，每天约需检测 39 万个十混一样本管，按人口折算差不多是鄂州的两倍。检测能力不能从人口推出来；不知道它，就预测不了结果。',
      en: 'Sampling fits although staff were taken from another city’s ratio. Results do not: 10.85 million people in 84 hours need some 390,000 pools of ten a day, nearly twice Ezhou’s labs per resident. Lab capacity cannot be guessed from population; without it the results are not predicted.',
    },
  },
  {
    scenario: of(zhengzhou),
    facts: [
      { of: 'sampled', allBy: 6, precision: 0.5 },
      { of: 'resulted', allBy: 24, precision: 0.5 },
    ],
    reading: {
      zh: '方案要求六小时采完，等于每名采样员每小时 59 人且不休息；按每小时 60 人、休息占 12% 要 8 到 10 小时，按 100 人则能做到。次日九点前出完结果差约两小时：最后一批样本管要等转运班次和凑满一板，检测能力又是借用别的城市的数字。',
      en: 'The plan’s six hours ask for 59 people per sampler and hour without a pause; at 60 less 12 % for breaks it takes 8 to 10 hours, at 100 it holds. Results by nine the next morning are missed by about two hours: the last tubes wait for a courier’s round and a plate, and the labs were taken from another city.',
    },
  },
  {
    scenario: of(huji),
    facts: [{ of: 'sampled', allAt: 2.2, precision: 0.2 }],
    reading: {
      zh: '这是一次演练：每台每小时最多 120 人，比较快的速度还快，而且人人都接到通知、排练过。按每小时 100 人，模型晚半小时；按 60 人，要多花一倍时间。',
      en: 'A drill: up to 120 people per desk and hour, faster than the quicker pace, with everybody called and rehearsed. The model is a half hour late at 100 an hour and twice as slow at 60.',
    },
  },
];
