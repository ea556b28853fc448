import { choice, integer, number, toggle, UNITS } from '../definition.ts';

/** Positives, doorstep teams, rounds, uncertainty and how the study is run. Source: design model of the screening round. */
export const STUDY_INPUTS = [
  number('positives.prevalence', {
    group: 'follow', unit: UNITS.share, default: 1e-5, min: 0, max: 0.5, step: 1e-5, tag: 'assumed',
    label: { zh: '感染率', en: 'Prevalence' },
    help: { zh: '受检者中感染者占比。', en: 'Share of those sampled who are infected.' },
    origin: { zh: '自行假设：每十万人一例', en: 'Our assumption: one in 100,000' },
  }),
  number('positives.sensitivity', {
    group: 'follow', unit: UNITS.share, default: 0.8, min: 0, max: 1, step: 0.01, tag: 'paper',
    label: { zh: '检出率', en: 'Sensitivity' },
    help: { zh: '含感染者的管检出阳性的概率。', en: 'Probability that a tube with an infected specimen is positive.' },
    origin: { zh: '文献：0.6–0.85', en: 'Papers: 0.6–0.85' },
  }),
  number('positives.falsePositivePools', {
    group: 'follow', unit: UNITS.share, default: 1e-4, min: 0, max: 0.5, step: 1e-4, tag: 'assumed',
    label: { zh: '假阳性管', en: 'False-positive tubes' },
    help: { zh: '没有感染者的管被判阳性的概率。', en: 'Probability that a tube without an infected specimen is positive.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('positives.recallMinHours', {
    group: 'follow', unit: UNITS.hours, default: 2, min: 0, max: 72, step: 0.5, tag: 'assumed',
    label: { zh: '追回复采最快', en: 'Recall, shortest' },
    help: { zh: '阳性管的人由上门队伍追回复采，最快用时。', en: 'Members of a positive pool are re-swabbed by door teams; shortest time.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('positives.recallMaxHours', {
    group: 'follow', unit: UNITS.hours, default: 8, min: 0, max: 168, step: 0.5, tag: 'assumed',
    label: { zh: '追回复采最慢', en: 'Recall, longest' },
    help: { zh: '追回复采最慢用时。', en: 'Longest time to find and re-swab a member of a positive pool.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('doorstep.share', {
    group: 'follow', unit: UNITS.share, default: 0, min: 0, max: 0.5, step: 0.005, tag: 'assumed',
    label: { zh: '上门采样占比', en: 'Sampled at the door' },
    help: { zh: '行动不便、需上门采样的人占比。', en: 'Share of people who cannot come and are visited.' },
    origin: { zh: '默认不计', en: 'None by default' },
  }),
  integer('doorstep.teams', {
    group: 'follow', unit: UNITS.teams, default: 20, min: 1, max: 10_000, tag: 'assumed',
    label: { zh: '上门队伍', en: 'Mobile teams' },
    help: { zh: '上门采样的队伍数，与采样点人员分开。', en: 'Teams that visit, apart from the staff of the sites.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('doorstep.minutesPerVisit', {
    group: 'follow', unit: UNITS.minutes, default: 12, min: 1, max: 240, step: 1, tag: 'assumed',
    label: { zh: '上门每户用时', en: 'Minutes per visit' },
    help: { zh: '一次上门连路程的时间。', en: 'One visit with its travel.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  integer('rounds.count', {
    group: 'follow', unit: UNITS.rounds, default: 1, min: 1, max: 5, tag: 'assumed',
    label: { zh: '采样轮数', en: 'Rounds' },
    help: { zh: '指南要求起初至少三轮；下一轮可在上一轮结果未出齐时开始。', en: 'Guidance asks for at least three at first; a round may start over an unfinished lab backlog.' },
    origin: { zh: '先看一轮', en: 'One round first' },
  }),
  number('rounds.intervalHours', {
    group: 'follow', unit: UNITS.hours, default: 48, min: 1, max: 720, step: 1, tag: 'assumed',
    label: { zh: '两轮间隔', en: 'Hours between rounds' },
    help: { zh: '相邻两轮开始之间的小时数。', en: 'From the start of one round to the start of the next.' },
    origin: { zh: '自行假设：两日一轮', en: 'Our assumption: a round every two days' },
  }),
  toggle('uncertainty.luckOnly', {
    group: 'study', unit: UNITS.none, default: false, tag: 'assumed',
    label: { zh: '只算运气', en: 'Luck only' },
    help: { zh: '打开则不计对速度的未知，只剩随机波动；概率会变得像台阶。', en: 'Leaves out what we do not know about the pace, so only chance remains; probabilities become a step.' },
    origin: { zh: '默认两种不确定都算', en: 'Both kinds of uncertainty are on by default' },
  }),
  number('uncertainty.cityCv', {
    group: 'study', unit: UNITS.spread, default: 0.1, min: 0, max: 0.5, step: 0.01, tag: 'assumed',
    label: { zh: '全市速度的不确定', en: 'Uncertainty of the city’s pace' },
    help: { zh: '每次模拟抽一个全市速度系数，变异系数。', en: 'Each run draws one speed factor for the city; its coefficient of variation.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('uncertainty.siteCv', {
    group: 'study', unit: UNITS.spread, default: 0.05, min: 0, max: 0.5, step: 0.01, tag: 'assumed',
    label: { zh: '各点速度的不确定', en: 'Uncertainty of each site’s pace' },
    help: { zh: '每次模拟给每点抽一个速度系数，变异系数。', en: 'Each run draws one speed factor per site; its coefficient of variation.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  integer('experiment.seed', {
    group: 'study', unit: UNITS.none, default: 1, min: 0, max: 4_294_967_295, tag: 'assumed',
    label: { zh: '随机种子', en: 'Seed' },
    help: { zh: '同一情景、同一种子，结果逐字节相同。', en: 'The same scenario and seed give the same bytes.' },
    origin: { zh: '任意取 1', en: 'Arbitrary' },
  }),
  integer('experiment.replications', {
    group: 'study', unit: UNITS.runs, default: 100, min: 1, max: 10_000, tag: 'assumed',
    label: { zh: '模拟次数', en: 'Replications' },
    help: { zh: '独立重复的次数；按精度停止时为上限。', en: 'Independent runs; the most when stopping by precision.' },
    origin: { zh: '自行选择：区间够窄而不久等', en: 'Our choice: narrow intervals without a long wait' },
  }),
  number('experiment.precisionHours', {
    group: 'study', unit: UNITS.hours, default: 0, min: 0, max: 24, step: 0.05, tag: 'assumed',
    label: { zh: '按精度停止', en: 'Stop by precision' },
    help: { zh: '采样完成时刻均值的 95% 半宽到此即停；0 为按次数。', en: 'Stops when the 95 % half-width of the mean sampled finish is this small; 0 = by count.' },
    origin: { zh: '默认按次数', en: 'By count by default' },
  }),
  integer('horizon.days', {
    group: 'study', unit: UNITS.days, default: 60, min: 1, max: 365, tag: 'assumed',
    label: { zh: '模拟到第几天为止', en: 'Horizon' },
    help: { zh: '超过此日仍未完成的，按未完成报告。', en: 'What is not done by then is reported as not done.' },
    origin: { zh: '单采一轮约需 54 天，取其上', en: 'One round of single tubes takes about 54 days; a little above' },
  }),
  choice('engine', {
    group: 'study', unit: UNITS.none, default: 'epoch', choices: ['epoch', 'heap'], tag: 'assumed',
    label: { zh: '引擎', en: 'Engine' },
    help: { zh: '时段递推（默认，快），或事件堆（对照）；两者逐位相同。', en: 'Epoch recursion (default, fast) or event heap (the oracle); their answers agree to the last digit.' },
    origin: { zh: '自行选择', en: 'Our choice' },
    choiceLabels: { epoch: { zh: '时段递推', en: 'epoch recursion' }, heap: { zh: '事件堆', en: 'event heap' } },
  }),
] as const;
