import { choice, integer, number, UNITS } from '../definition.ts';

/** Pools, couriers and laboratories. Source: design model of the screening round and the press conference of 2021-07-29. */
export const LABORATORY_INPUTS = [
  choice('pool.size', {
    group: 'pools', unit: UNITS.perPool, default: 10, choices: [1, 5, 10, 20], tag: 'official', basic: true,
    label: { zh: '混采比例', en: 'Pool size' },
    help: { zh: '一管几人。20 人一管 2022 年起才允许。', en: 'People per tube. Pools of 20 are allowed only from 2022.' },
    origin: { zh: '第二版指南 2021（据当时报道）：5 或 10 人一管', en: 'Guidance, 2nd edition 2021 (known through news of the time): 5 or 10 to a tube' },
    choiceLabels: { 1: { zh: '单采', en: 'single' }, 5: { zh: '5 混 1', en: '5 to 1' }, 10: { zh: '10 混 1', en: '10 to 1' }, 20: { zh: '20 混 1', en: '20 to 1' } },
  }),
  number('pool.keyShare', {
    group: 'pools', unit: UNITS.share, default: 0.01, min: 0, max: 1, step: 0.005, tag: 'assumed',
    label: { zh: '重点人群单采占比', en: 'Key groups sampled singly' },
    help: { zh: '单独一管的重点人群占比。', en: 'Share of people in key groups, each in a tube of their own.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('pool.fillMinutes', {
    group: 'pools', unit: UNITS.minutes, default: 60, min: 1, max: 720, step: 5, tag: 'assumed',
    label: { zh: '不满管封管', en: 'A part-filled tube closes after' },
    help: { zh: '第一份样本入管后最多等多久就封管。', en: 'Minutes after its first specimen at which a tube closes even if not full.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('courier.sitesPerCourier', {
    group: 'pools', unit: UNITS.perCourier, default: 2.5, min: 0.1, max: 100, step: 0.5, tag: 'observed',
    label: { zh: '每名转运员负责', en: 'Sites per courier' },
    help: { zh: '一名转运员（一辆车）负责几个采样点。', en: 'Sites that one courier with one vehicle serves.' },
    origin: { zh: '据各地大规模采样转运的报道', en: 'Reported from other cities’ rounds' },
  }),
  number('courier.roundMinutes', {
    group: 'pools', unit: UNITS.minutes, default: 120, min: 10, max: 1440, step: 10, tag: 'observed',
    label: { zh: '收样间隔', en: 'Courier round every' },
    help: { zh: '每隔多久收一趟样；夜里还有待运管时照收。', en: 'Minutes between rounds; they go on at night while tubes wait.' },
    origin: { zh: '据各地做法：每两小时收一次', en: 'Practice reported from cities: every two hours' },
  }),
  number('courier.sealHours', {
    group: 'pools', unit: UNITS.hours, default: 4, min: 0.5, max: 72, step: 0.5, tag: 'observed',
    label: { zh: '封管后收走时限', en: 'Collected within' },
    help: { zh: '封管后应在几小时内收走；超时的计数。', en: 'A closed tube should be collected within this time; breaches are counted.' },
    origin: { zh: '据各地执行的规定', en: 'Rule observed in practice' },
  }),
  number('courier.arriveHours', {
    group: 'pools', unit: UNITS.hours, default: 6, min: 0.5, max: 96, step: 0.5, tag: 'observed',
    label: { zh: '送达实验室时限', en: 'At the lab within' },
    help: { zh: '封管后应在几小时内送到；超时的计数。', en: 'A closed tube should reach a lab within this time; breaches are counted.' },
    origin: { zh: '据各地执行的规定', en: 'Rule observed in practice' },
  }),
  number('lab.tubesPerDay', {
    group: 'labs', unit: UNITS.tubesPerDay, default: 20_000, min: 1, max: 10_000_000, step: 500, tag: 'assumed', basic: true,
    label: { zh: '检测能力', en: 'Lab capacity' },
    help: { zh: '全市各实验室合计，每日管数（不是人数）。', en: 'All labs of the city together, in tubes a day (not people).' },
    origin: { zh: '取自鄂州公布数的量级，请换成本地数据', en: 'The size of Ezhou’s published figure; replace it with your own' },
  }),
  integer('lab.count', {
    group: 'labs', unit: UNITS.labs, default: 8, min: 1, max: 500, tag: 'assumed',
    label: { zh: '实验室数', en: 'Laboratories' },
    help: { zh: '合计能力在各实验室间分摊。', en: 'The total capacity is shared among them.' },
    origin: { zh: '取自鄂州公布数的量级，请换成本地数据', en: 'The size of Ezhou’s published figure; replace it with your own' },
  }),
  integer('lab.plate', {
    group: 'labs', unit: UNITS.specimens, default: 94, min: 1, max: 384, tag: 'official',
    label: { zh: '每板样本', en: 'Specimens per plate' },
    help: { zh: '96 孔板扣除两个对照。', en: 'A 96-well plate less two controls.' },
    origin: { zh: '96 孔板的通行做法：94 份样本加 2 份对照', en: 'Standard 96-well practice: 94 specimens and 2 controls' },
  }),
  number('lab.runHours', {
    group: 'labs', unit: UNITS.hours, default: 4, min: 0.5, max: 48, step: 0.5, tag: 'observed',
    label: { zh: '一轮检测用时', en: 'Assay run' },
    help: { zh: '提取加扩增约几小时；线数按能力换算，使满板时恰为所给能力。', en: 'Extraction and amplification; the number of lines follows so that full plates give exactly the capacity.' },
    origin: { zh: '常见 6 小时内出结果，最快 100 分钟（据报道）', en: 'Typical turnaround up to 6 h, the fastest 100 min (reported)' },
  }),
  number('lab.waitMinutes', {
    group: 'labs', unit: UNITS.minutes, default: 30, min: 0, max: 720, step: 5, tag: 'assumed',
    label: { zh: '凑板最长等待', en: 'Longest wait for a full plate' },
    help: { zh: '最早的一管等到此值，未满板也上机。', en: 'A part-filled plate starts when its oldest tube has waited this long.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('lab.reserveShare', {
    group: 'labs', unit: UNITS.share, default: 0, min: 0, max: 0.95, step: 0.01, tag: 'assumed',
    label: { zh: '留给日常检测', en: 'Reserved for routine work' },
    help: { zh: '不用于全员采样的能力占比。', en: 'Share of capacity kept out of the round.' },
    origin: { zh: '自行假设：全部用于本轮', en: 'Our assumption: all of it serves the round' },
  }),
  choice('lab.routing', {
    group: 'labs', unit: UNITS.none, default: 'balanced', choices: ['balanced', 'nearest'], tag: 'assumed',
    label: { zh: '送往哪家', en: 'Routing to labs' },
    help: { zh: '按能力分摊，或就近。', en: 'By share of capacity, or to the nearest.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
    choiceLabels: { balanced: { zh: '按能力分摊', en: 'balanced' }, nearest: { zh: '就近', en: 'nearest' } },
  }),
  number('lab.reportMinutes', {
    group: 'labs', unit: UNITS.minutes, default: 30, min: 0, max: 1440, step: 5, tag: 'assumed',
    label: { zh: '录入与发布', en: 'Entry and release' },
    help: { zh: '检测完成到结果发布的时间。', en: 'From the end of the assay to the released result.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('lab.borrowedTubesPerDay', {
    group: 'labs', unit: UNITS.tubesPerDay, default: 0, min: 0, max: 10_000_000, step: 1_000, tag: 'assumed', basic: true,
    label: { zh: '外援检测能力', en: 'Borrowed capacity' },
    help: { zh: '外市或气膜实验室支援的每日管数。', en: 'Tubes a day from another city or an inflatable lab.' },
    origin: { zh: '默认没有外援', en: 'No help by default' },
  }),
  number('lab.borrowedFromHours', {
    group: 'labs', unit: UNITS.hours, default: 0, min: 0, max: 720, step: 1, tag: 'assumed',
    label: { zh: '外援可用时刻', en: 'Borrowed capacity from' },
    help: { zh: '命令后几小时起可用；气膜实验室有 12 小时建成的先例。', en: 'Hours after the order; an inflatable lab has been up in 12 h.' },
    origin: { zh: '自行假设：事先约定，即刻可用', en: 'Our assumption: agreed beforehand, at hand at once' },
  }),
  number('lab.borrowedTravelMinutes', {
    group: 'labs', unit: UNITS.minutes, default: 60, min: 0, max: 1440, step: 5, tag: 'assumed',
    label: { zh: '送外援实验室路程', en: 'Travel to the borrowed lab' },
    help: { zh: '从采样点到外援实验室的单程时间。', en: 'One way from the sites to the borrowed lab.' },
    origin: { zh: '自行假设：邻近大城市约一小时', en: 'Our assumption: a large neighbour about an hour away' },
  }),
] as const;
