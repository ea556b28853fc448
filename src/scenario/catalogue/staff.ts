import { choice, integer, number, UNITS } from '../definition.ts';

/** Staff, devices and the swab itself. Source: design model of the screening round and the press conference of 2021-07-29. */
export const STAFF_INPUTS = [
  integer('staff.total', {
    group: 'staff', unit: UNITS.people, default: 746, min: 1, max: 500_000, tag: 'assumed', basic: true,
    label: { zh: '采样人员', en: 'Sampling staff' },
    help: { zh: '采样队伍总人数；按哪种读法换算成采样台，见“人员读法”。', en: 'Head-count of the sampling force; how it becomes desks depends on the reading.' },
    origin: { zh: '取自鄂州公布数的量级，请换成本地数据', en: 'The size of Ezhou’s published figure; replace it with your own' },
  }),
  choice('staff.reading', {
    group: 'staff', unit: UNITS.none, default: 'B', choices: ['A', 'B'], tag: 'observed',
    label: { zh: '人员读法', en: 'Reading of the staff figure' },
    help: { zh: 'A：全员采样，社区人员登记；B：两人一组，一人登记一人采样，慢者定速。', en: 'A: all of them swab, community helpers register. B: pairs, one registers and one swabs, the slower sets the pace.' },
    origin: { zh: '郑州、六安、青铜峡当时的报道为两人一组；原文未说明', en: 'Pairs were observed in Zhengzhou, Lu’an and Qingtongxia; the source does not say' },
    choiceLabels: { A: { zh: 'A 全员采样', en: 'A, all swab' }, B: { zh: 'B 两人一组', en: 'B, pairs' } },
  }),
  number('staff.breakShare', {
    group: 'staff', unit: UNITS.share, default: 0.12, min: 0, max: 0.9, step: 0.01, tag: 'assumed',
    label: { zh: '轮休占比', en: 'Share of duty spent on breaks' },
    help: { zh: '当班时间内轮流休息的比例。', en: 'Share of time on duty that is spent on breaks, taken in turns.' },
    origin: { zh: '自行假设：约每小时休息 7 分钟', en: 'Our assumption: about 7 minutes an hour' },
  }),
  integer('staff.shifts', {
    group: 'staff', unit: UNITS.shifts, default: 1, min: 1, max: 4, tag: 'assumed',
    label: { zh: '班次', en: 'Shifts' },
    help: { zh: '1 为全员整日在岗；2 为对半分班，开放时段平分。', en: '1: everybody is on duty while open. 2: half at a time, the open hours split evenly.' },
    origin: { zh: '自行假设：原文未提轮班', en: 'Our assumption: the source mentions no shifts' },
  }),
  integer('devices.total', {
    group: 'staff', unit: UNITS.sets, default: 300, min: 0, max: 500_000, tag: 'assumed',
    label: { zh: '信息录入设备', en: 'Entry devices' },
    help: { zh: '先给大点各一套；没有设备的点手工登记。', en: 'One each to the larger sites first; a site without one registers by hand.' },
    origin: { zh: '取自鄂州公布数的量级，请换成本地数据', en: 'The size of Ezhou’s published figure; replace it with your own' },
  }),
  number('devices.registerSeconds', {
    group: 'staff', unit: UNITS.seconds, default: 12, min: 1, max: 600, step: 1, tag: 'observed',
    label: { zh: '设备登记每人', en: 'Registration with a device' },
    help: { zh: '有录入设备时每人登记用时。', en: 'Seconds to register one person with an entry device.' },
    origin: { zh: '据各地扫码登记的报道', en: 'Reported from cities that register by scanning' },
  }),
  number('devices.handMinSeconds', {
    group: 'staff', unit: UNITS.seconds, default: 60, min: 1, max: 3600, step: 5, tag: 'assumed',
    label: { zh: '手工登记最短', en: 'Registration by hand, shortest' },
    help: { zh: '没有设备时每人手工登记的最短用时（均匀分布）。', en: 'Shortest time to register one person by hand (uniform).' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('devices.handMaxSeconds', {
    group: 'staff', unit: UNITS.seconds, default: 180, min: 1, max: 3600, step: 5, tag: 'assumed',
    label: { zh: '手工登记最长', en: 'Registration by hand, longest' },
    help: { zh: '没有设备时每人手工登记的最长用时。', en: 'Longest time to register one person by hand.' },
    origin: { zh: '自行假设', en: 'Our assumption' },
  }),
  number('sampling.meanSeconds', {
    group: 'staff', unit: UNITS.seconds, default: 60, min: 5, max: 1800, step: 1, tag: 'official', basic: true,
    label: { zh: '采样每人平均', en: 'Mean time per swab' },
    help: { zh: '采一人并换手套的平均秒数（三角分布，0.667–0.917–1.417 倍）；60 秒即每小时 60 人，36 秒即 100 人。', en: 'Mean seconds for one swab and change-over (triangular, 0.667–0.917–1.417 times the mean); 60 s is 60 people an hour, 36 s is 100.' },
    origin: { zh: '官方设计值：每名采样员每小时 60 人（据当时报道）', en: 'Official design value of 60 people an hour per sampler (known through news of the time)' },
  }),
] as const;
