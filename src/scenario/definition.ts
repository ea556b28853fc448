import type { Bilingual, SourceTag } from '../units/index.ts';

export type InputKind = 'number' | 'integer' | 'choice' | 'switch' | 'hours';
export type InputValue = number | string | boolean;

/** Headings under which the inputs are listed, in their order on the screen and in the help. */
export const INPUT_GROUPS = {
  city: { zh: '城市与时间', en: 'City and clock' },
  sites: { zh: '采样点与开放', en: 'Sites and opening' },
  staff: { zh: '人员与设备', en: 'Staff and devices' },
  pools: { zh: '混采与转运', en: 'Pools and couriers' },
  labs: { zh: '实验室', en: 'Laboratories' },
  follow: { zh: '阳性复核、上门与多轮', en: 'Positives, doorstep, rounds' },
  emergency: { zh: '院前急救', en: 'Ambulances' },
  study: { zh: '模拟方式', en: 'How it is simulated' },
} as const satisfies Record<string, Bilingual>;

export type InputGroup = keyof typeof INPUT_GROUPS;

interface Described {
  readonly group: InputGroup;
  readonly label: Bilingual;
  readonly help: Bilingual;
  readonly unit: Bilingual;
  readonly tag: SourceTag;
  /** One line on where the default comes from. */
  readonly origin: Bilingual;
  /** One of the few inputs on the first screen. */
  readonly basic?: boolean;
}

interface NumberSpec extends Described {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

interface ChoiceSpec<C extends string | number> extends Described {
  readonly default: C;
  readonly choices: readonly C[];
  readonly choiceLabels: Readonly<Record<string, Bilingual>>;
}

export interface NumberInput<P extends string = string> extends NumberSpec {
  readonly path: P;
  readonly kind: 'number' | 'integer';
}
export interface ChoiceInput<P extends string = string, C extends string | number = string | number> extends ChoiceSpec<C> {
  readonly path: P;
  readonly kind: 'choice';
}
export interface SwitchInput<P extends string = string> extends Described {
  readonly path: P;
  readonly kind: 'switch';
  readonly default: boolean;
}
/** Open hours of a day, "06:00-24:00"; `clock` alone, "08:00", for the hour of the order. */
export interface HoursInput<P extends string = string> extends Described {
  readonly path: P;
  readonly kind: 'hours';
  readonly form: 'range' | 'clock';
  readonly default: string;
}

/** One input: default, unit, source, range and words. The table of all of them is CATALOGUE. */
export type InputDefinition = NumberInput | ChoiceInput | SwitchInput | HoursInput;

export const number = <P extends string>(path: P, spec: NumberSpec): NumberInput<P> => ({ path, kind: 'number', ...spec });
export const integer = <P extends string>(path: P, spec: Omit<NumberSpec, 'step'> & { step?: number }): NumberInput<P> => ({
  path,
  kind: 'integer',
  step: 1,
  ...spec,
});
export const choice = <P extends string, const C extends string | number>(path: P, spec: ChoiceSpec<C>): ChoiceInput<P, C> => ({
  path,
  kind: 'choice',
  ...spec,
});
export const toggle = <P extends string>(path: P, spec: Described & { default: boolean }): SwitchInput<P> => ({
  path,
  kind: 'switch',
  ...spec,
});
export const hoursRange = <P extends string>(path: P, spec: Described & { default: string }): HoursInput<P> => ({
  path,
  kind: 'hours',
  form: 'range',
  ...spec,
});
export const clock = <P extends string>(path: P, spec: Described & { default: string }): HoursInput<P> => ({
  path,
  kind: 'hours',
  form: 'clock',
  ...spec,
});

export const UNITS = {
  people: { zh: '人', en: 'people' },
  sites: { zh: '个', en: 'sites' },
  share: { zh: '占比（0–1）', en: 'share (0–1)' },
  spread: { zh: '变异系数', en: 'coefficient of variation' },
  hours: { zh: '小时', en: 'h' },
  minutes: { zh: '分钟', en: 'min' },
  seconds: { zh: '秒', en: 's' },
  clock: { zh: '时刻', en: 'clock time' },
  dayHours: { zh: '每日时段', en: 'hours of the day' },
  sets: { zh: '套', en: 'devices' },
  shifts: { zh: '班', en: 'shifts' },
  perPool: { zh: '人/管', en: 'people per tube' },
  perCourier: { zh: '点/人', en: 'sites per courier' },
  tubesPerDay: { zh: '管/日', en: 'tubes/day' },
  labs: { zh: '家', en: 'labs' },
  specimens: { zh: '份', en: 'specimens' },
  teams: { zh: '队', en: 'teams' },
  rounds: { zh: '轮', en: 'rounds' },
  days: { zh: '天', en: 'days' },
  runs: { zh: '次', en: 'runs' },
  vehicles: { zh: '辆', en: 'vehicles' },
  kmh: { zh: '公里/小时', en: 'km/h' },
  factor: { zh: '倍', en: 'times' },
  runsPerThousand: { zh: '次/千人·年', en: 'runs per 1,000 a year' },
  casesPerDay: { zh: '例/日', en: 'cases a day' },
  casesWaiting: { zh: '人', en: 'waiting' },
  none: { zh: '', en: '' },
} as const satisfies Record<string, Bilingual>;
