import { choice, clock, hoursRange, integer, number, UNITS } from '../definition.ts';

/** City, clock, sites, opening and demand. Source: design model of the screening round and the press conference of 2021-07-29. */
export const CITY_INPUTS = [
  integer('city.population', {
    group: 'city', unit: UNITS.people, default: 1_000_000, min: 1, max: 30_000_000, tag: 'assumed',
    label: { zh: '常住人口', en: 'Residents' },
    help: { zh: '全市要采样的人数。城市包内各村社区按比例缩放，总数不差一人。', en: 'People to be sampled. Villages of a city pack are scaled in proportion; the sum is exact.' },
    origin: { zh: '抽象城市的整数默认值，请换成本地数据', en: 'A round default for the abstract city; replace it with your own figure' },
  }),
  clock('order.clock', {
    group: 'city', unit: UNITS.clock, default: '08:00', tag: 'assumed',
    label: { zh: '下达命令的时刻', en: 'Hour of the order' },
    help: { zh: 'T0，第1天的当地时刻；一切期限从这里或从首个采样点开放时起算。', en: 'T0, local time on day 1. Deadlines count from here or from the first opening.' },
    origin: { zh: '自行假设：早上八点下达', en: 'Our assumption: the order is given at eight in the morning' },
  }),
  number('deadline.hours', {
    group: 'city', unit: UNITS.hours, default: 48, min: 1, max: 1440, step: 1, tag: 'assumed',
    label: { zh: '期限', en: 'Deadline' },
    help: { zh: '要在多少小时内完成采样、出齐结果。', en: 'Hours within which everyone is to be sampled and resulted.' },
    origin: { zh: '通用默认值：两日', en: 'Generic default: two days' },
  }),
  choice('deadline.from', {
    group: 'city', unit: UNITS.none, default: 'order', choices: ['order', 'firstOpening'], tag: 'assumed',
    label: { zh: '期限起算', en: 'Deadline counts from' },
    help: { zh: '从下达命令起算，或从首个采样点开放起算。', en: 'From the order, or from the opening of the first site.' },
    origin: { zh: '原文未说明起点，取较严的一种', en: 'The source does not say; the stricter reading is taken' },
    choiceLabels: { order: { zh: '下达命令', en: 'the order' }, firstOpening: { zh: '首个采样点开放', en: 'the first opening' } },
  }),
  integer('city.sites', {
    group: 'sites', unit: UNITS.sites, default: 300, min: 1, max: 20_000, tag: 'assumed',
    label: { zh: '采样点', en: 'Sampling sites' },
    help: { zh: '每增一个点，先给每点人口最多的乡镇街道。', en: 'Each next site goes to the township with most residents per site.' },
    origin: { zh: '抽象城市的整数默认值', en: 'A round default for the abstract city' },
  }),
  number('city.siteSpread', {
    group: 'sites', unit: UNITS.spread, default: 0.15, min: 0, max: 1, step: 0.01, tag: 'assumed',
    label: { zh: '采样点人口的离散度', en: 'Spread of site sizes' },
    help: { zh: '同一乡镇内各点人口的变异系数（对数正态）；0 为完全均等。', en: 'Coefficient of variation of residents per site inside a township (lognormal); 0 means equal.' },
    origin: { zh: '自行假设：分片不可能完全均等', en: 'Our assumption: catchments are never quite equal' },
  }),
  number('mobilise.minHours', {
    group: 'sites', unit: UNITS.hours, default: 4, min: 0, max: 72, step: 0.5, tag: 'official', basic: true,
    label: { zh: '动员最短用时', en: 'Mobilisation, shortest' },
    help: { zh: '最快的采样点在命令后多久开放；各点在最短与最长之间均匀分布。', en: 'How soon after the order the fastest site opens; sites are uniform between shortest and longest.' },
    origin: { zh: '全员核酸检测实施指南第一版（据当时报道）：4–6 小时内开放', en: 'National guidance, 1st edition (known through news of the time): sites open within 4–6 h' },
  }),
  number('mobilise.maxHours', {
    group: 'sites', unit: UNITS.hours, default: 6, min: 0, max: 72, step: 0.5, tag: 'official', basic: true,
    label: { zh: '动员最长用时', en: 'Mobilisation, longest' },
    help: { zh: '最慢的采样点在命令后多久开放。', en: 'How long after the order the slowest site opens.' },
    origin: { zh: '全员核酸检测实施指南第一版（据当时报道）：4–6 小时内开放', en: 'National guidance, 1st edition (known through news of the time): sites open within 4–6 h' },
  }),
  hoursRange('openHours', {
    group: 'sites', unit: UNITS.dayHours, default: '06:00-24:00', tag: 'assumed', basic: true,
    label: { zh: '每日开放时段', en: 'Open hours' },
    help: { zh: '第1天从就绪开到收点；写法 06:00-24:00、6-24、18（每天 18 小时，开到 24:00）、24h。', en: 'Day 1 runs from readiness to closing. Write 06:00-24:00, 6-24, 18 (hours a day, until 24:00) or 24h.' },
    origin: { zh: '自行假设，参照各地大规模采样的做法', en: 'Our assumption, after the practice of other cities' },
  }),
  choice('closing.rule', {
    group: 'sites', unit: UNITS.none, default: 'goHome', choices: ['goHome', 'untilEmpty'], tag: 'assumed',
    label: { zh: '收点时的排队者', en: 'The queue at closing' },
    help: { zh: '回家，次日按原顺序先采；或一直采到没人为止。', en: 'Goes home and returns first, in order; or is served until the site is empty.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
    choiceLabels: { goHome: { zh: '回家，次日先采', en: 'goes home, first next day' }, untilEmpty: { zh: '采完为止', en: 'served until empty' } },
  }),
  number('demand.participation', {
    group: 'sites', unit: UNITS.share, default: 1, min: 0.01, max: 1, step: 0.01, tag: 'assumed', basic: true,
    label: { zh: '参加比例', en: 'Participation' },
    help: { zh: '会来采样的居民占比；1 为人人都来。', en: 'Share of residents who come; 1 means everyone.' },
    origin: { zh: '全民采样的目标即 100%', en: 'The goal of a city-wide round is everyone' },
  }),
  choice('demand.mode', {
    group: 'sites', unit: UNITS.none, default: 'walkIn', choices: ['walkIn', 'slots'], tag: 'assumed',
    label: { zh: '到达方式', en: 'How people come' },
    help: { zh: '自行前来（一天两三个高峰，傍晚最大），或按时段通知。', en: 'On their own (two or three peaks a day, the evening one largest), or called by time slot.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
    choiceLabels: { walkIn: { zh: '自行前来', en: 'walk in' }, slots: { zh: '分时段通知', en: 'time slots' } },
  }),
  number('demand.windowEndHours', {
    group: 'sites', unit: UNITS.hours, default: 0, min: 0, max: 1440, step: 1, tag: 'assumed',
    label: { zh: '到达窗口结束', en: 'End of the demand window' },
    help: { zh: '命令后多少小时内人都到过；0 为自动：期限前最后一个整日的 22:00。', en: 'Hours after the order by which everybody has come; 0 = automatic, 22:00 of the last day that ends before the deadline.' },
    origin: { zh: '自行假设：通知大家在期限前到点', en: 'Our assumption: people are told to come before the deadline' },
  }),
  choice('choice.mode', {
    group: 'sites', unit: UNITS.none, default: 'assigned', choices: ['assigned', 'boards'], tag: 'assumed',
    label: { zh: '去哪个点', en: 'Choice of site' },
    help: { zh: '去指定点；或每 15 分钟看一次排队公告，改去附近较空的点，或晚些再来。', en: 'The assigned site; or people see boards every 15 min and go to a shorter queue nearby, or come back later.' },
    origin: { zh: '自行假设：默认按片区到指定点', en: 'Our assumption: people go to their assigned site' },
    choiceLabels: { assigned: { zh: '指定点', en: 'assigned site' }, boards: { zh: '看公告选点', en: 'by the boards' } },
  }),
  number('choice.thresholdMinutes', {
    group: 'sites', unit: UNITS.minutes, default: 20, min: 0, max: 600, step: 1, tag: 'official',
    label: { zh: '改去别处的门槛', en: 'Wait that makes people switch' },
    help: { zh: '公告等候超过此值才考虑别的点。', en: 'People look elsewhere when the posted wait exceeds this.' },
    origin: { zh: '第三版指南（据当时报道）：排队不超过 20 分钟', en: 'Guidance, 3rd edition (known through news of the time): queue no longer than 20 min' },
  }),
] as const;
