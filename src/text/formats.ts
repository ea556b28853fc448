import type { Bilingual, Language } from '../units/index.ts';

type Ends = readonly [low: number, high: number];

/** Every number that people read is worded here, once for each quantity. All functions are pure; null or NaN gives an en dash. */
export interface Formats {
  /** Grouped number, "1,079,353"; `digits` decimals, none by default. */
  number(value: number, digits?: number): string;
  /** People without unit: 46.9 万 / 469,000. Below 10,000 to the ten, below 1,000 exact. */
  people(count: number): string;
  /** People with unit: 46.9 万人 / 469,000 people. */
  peopleUnit(count: number): string;
  /** Exact people with unit: 4,112 人 / 4,112 people. */
  peopleExact(count: number): string;
  /** Specimen tubes with unit: 8.8 万管 / 88,000 tubes. */
  tubes(count: number): string;
  /** Tubes a day: 2.0 万管/日 / 20,000 tubes/day. */
  tubesPerDay(count: number): string;
  /** Length in hours: 22.5 小时 / 22.5 h. */
  hours(hours: number): string;
  /** Instant after the order, "T+22.5 h"; whole hours lose the decimal. */
  offset(hours: number): string;
  /** Local clock of an instant `hours` after the order given at `orderClock` ("08:00"): 第2天 06:30 / Day 2 06:30. */
  clock(hours: number, orderClock: string): string;
  /** "08:00" of an instant, without its day. */
  timeOfDay(hours: number, orderClock: string): string;
  /** Minutes up to two hours, then hours and minutes: 35 分钟, 3 小时 50 分 / 35 min, 3 h 50 min. */
  minutes(minutes: number): string;
  /** Share 0–1 as percent: 98.4%. */
  percent(share: number, digits?: number): string;
  /** Probability with its 95 % interval, 0%（0–1.9%） / 0% (0–1.9%); without an interval as a count of runs, never a bare percent. */
  probability(share: number, interval: Ends | null, runs: number): string;
  /** Signed change of an instant in hours: −3.2 小时 / −3.2 h. */
  change(hours: number): string;
  /** Interval of hours, "98.1–104.2". */
  ends(interval: Ends, digits?: number): string;
  /** When something happened on the reader's own clock, from milliseconds since 1970: 11/27 23:40 / 27 Nov, 23:40. */
  moment(at: number): string;
  /** Picks the reader's language. */
  pick(name: Bilingual | string): string;
}

const MISSING = '–';
const MINUTES_PER_DAY = 1440;
const grouped = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

const STAMP = { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const stamps = {
  zh: new Intl.DateTimeFormat('zh-CN', STAMP),
  en: new Intl.DateTimeFormat('en-GB', { ...STAMP, month: 'short' }),
};

const absent = (value: number | null | undefined): boolean => value === null || value === undefined || Number.isNaN(value);
const fixed = (value: number, digits: number): string => grouped[digits].format(value).replace('-', '−');
const trimmed = (value: number, digits: number): string => fixed(value, digits).replace(/\.0+$/, '');

/** Minutes after midnight of "08:00"; throws on anything else. */
export function clockMinutes(clock: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock);
  if (!match) throw new Error(`not a clock time: ${clock}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

function localTime(hours: number, orderClock: string): { day: number; time: string } {
  const total = clockMinutes(orderClock) + Math.round(hours * 60);
  const day = Math.floor(total / MINUTES_PER_DAY) + 1;
  const minute = ((total % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return { day, time: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` };
}

/** Percent ends to one decimal, whole ones without it. */
const percentEnd = (share: number): string => trimmed(share * 100, 1);

/** A share strictly inside 0–1 never rounds to 0 % or 100 %. */
function innerPercent(share: number, digits: number): string {
  const step = 10 ** -digits;
  const value = share * 100;
  if (share > 0 && value < step / 2) return `<${step}%`;
  if (share < 1 && value > 100 - step / 2) return `>${trimmed(100 - step, digits)}%`;
  return `${trimmed(value, digits)}%`;
}

function chineseCount(count: number): string {
  return Math.abs(count) >= 9_995 ? `${fixed(count / 10_000, 1)} 万` : plainCount(count);
}

function plainCount(count: number): string {
  const size = Math.abs(count);
  const step = size >= 9_995 ? 1_000 : size >= 999.5 ? 10 : 1;
  return fixed(Math.round(count / step) * step, 0);
}

const orMissing =
  <Rest extends unknown[]>(format: (value: number, ...rest: Rest) => string) =>
  (value: number, ...rest: Rest): string =>
    absent(value) ? MISSING : format(value, ...rest);

function shared(language: Language) {
  return {
    number: orMissing((value, digits: number = 0) => fixed(value, digits)),
    offset: orMissing((hours) => `T+${trimmed(hours, 1)} h`),
    timeOfDay: orMissing((hours, orderClock: string) => localTime(hours, orderClock).time),
    percent: orMissing((share, digits: number = 1) => innerPercent(share, digits)),
    ends: (interval: Ends, digits: number = 1) => `${fixed(interval[0], digits)}–${fixed(interval[1], digits)}`,
    moment: orMissing((at: number) => stamps[language].format(at)),
    pick: (name: Bilingual | string) => (typeof name === 'string' ? name : name[language]),
  };
}

const chinese: Formats = {
  ...shared('zh'),
  people: orMissing(chineseCount),
  peopleUnit: orMissing((count) => `${chineseCount(count)}${chineseCount(count).endsWith('万') ? '人' : ' 人'}`),
  peopleExact: orMissing((count) => `${fixed(count, 0)} 人`),
  tubes: orMissing((count) => `${chineseCount(count)}${chineseCount(count).endsWith('万') ? '管' : ' 管'}`),
  tubesPerDay: orMissing((count) => `${chinese.tubes(count)}/日`),
  hours: orMissing((hours) => `${trimmed(hours, 1)} 小时`),
  clock: orMissing((hours, orderClock: string) => `第${localTime(hours, orderClock).day}天 ${localTime(hours, orderClock).time}`),
  minutes: orMissing((minutes) => {
    const whole = Math.round(minutes);
    return whole < 120
      ? `${whole} 分钟`
      : whole % 60 === 0
        ? `${fixed(whole / 60, 0)} 小时`
        : `${fixed(Math.floor(whole / 60), 0)} 小时 ${whole % 60} 分`;
  }),
  probability: (share, interval, runs) =>
    interval === null
      ? `${fixed(runs, 0)} 次中 ${fixed(share * runs, 0)} 次`
      : `${percentEnd(share)}%（${percentEnd(interval[0])}–${percentEnd(interval[1])}%）`,
  change: orMissing((hours) => `${hours > 0 ? '+' : ''}${fixed(hours, 1)} 小时`),
};

const english: Formats = {
  ...shared('en'),
  people: orMissing(plainCount),
  peopleUnit: orMissing((count) => `${plainCount(count)} ${plainCount(count) === '1' ? 'person' : 'people'}`),
  peopleExact: orMissing((count) => `${fixed(count, 0)} ${fixed(count, 0) === '1' ? 'person' : 'people'}`),
  tubes: orMissing((count) => `${plainCount(count)} ${plainCount(count) === '1' ? 'tube' : 'tubes'}`),
  tubesPerDay: orMissing((count) => `${plainCount(count)} tubes/day`),
  hours: orMissing((hours) => `${trimmed(hours, 1)} h`),
  clock: orMissing((hours, orderClock: string) => `Day ${localTime(hours, orderClock).day} ${localTime(hours, orderClock).time}`),
  minutes: orMissing((minutes) => {
    const whole = Math.round(minutes);
    return whole < 120
      ? `${whole} min`
      : whole % 60 === 0
        ? `${fixed(whole / 60, 0)} h`
        : `${fixed(Math.floor(whole / 60), 0)} h ${whole % 60} min`;
  }),
  probability: (share, interval, runs) =>
    interval === null
      ? `${fixed(share * runs, 0)} of ${fixed(runs, 0)} ${runs === 1 ? 'run' : 'runs'}`
      : `${percentEnd(share)}% (${percentEnd(interval[0])}–${percentEnd(interval[1])}%)`,
  change: orMissing((hours) => `${hours > 0 ? '+' : ''}${fixed(hours, 1)} h`),
};

/** The formats of one language. */
export function createFormats(language: Language): Formats {
  return language === 'zh' ? chinese : english;
}
