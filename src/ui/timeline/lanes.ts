import type { Lane, LaneSeries } from '../../charts/index.ts';
import type { Study, TypicalRun } from '../../results/index.ts';
import type { Text, TextKey } from '../../text/index.ts';

/** What the lanes are read from. */
export interface LaneSource {
  readonly study: Study;
  readonly typical: TypicalRun;
  /** Desks at each site, in the order of dates; each holds until the next. */
  readonly desks: readonly { readonly hours: number; readonly desks: Int32Array }[];
}

/** Sum over places at every step of a table laid out place by place. */
function sums(table: ArrayLike<number>, steps: number): Float64Array {
  const all = new Float64Array(steps);
  for (let at = 0; at < table.length; at++) all[at % steps] += table[at];
  return all;
}

function desksOnDuty({ typical, desks }: LaneSource): Float64Array {
  const { steps, stepMinutes, siteOpen } = typical;
  const sites = siteOpen.length / steps;
  const onDuty = new Float64Array(steps);
  let now = 0;
  for (let step = 0; step < steps; step++) {
    while (now + 1 < desks.length && desks[now + 1].hours <= (step * stepMinutes) / 60) now++;
    for (let site = 0; site < sites; site++) if (siteOpen[site * steps + step] === 1) onDuty[step] += desks[now].desks[site];
  }
  return onDuty;
}

/** People an hour: what a running count gained in the hour before each step. */
function perHour(count: Float64Array, stepMinutes: number): Float64Array {
  const back = Math.round(60 / stepMinutes);
  return count.map((people, step) => people - count[Math.max(0, step - back)]);
}

/** Share of lines in use, 0–100. */
function percentInUse(typical: TypicalRun): Float64Array {
  const busy = sums(typical.labLinesBusy, typical.steps);
  const lines = sums(typical.labLines, typical.steps);
  return busy.map((count, step) => (lines[step] > 0 ? (100 * count) / lines[step] : 0));
}

const HUNDRED = 100;

type LaneUnit = 'sites' | 'desks' | 'people' | 'perHour' | 'tubes' | 'percent';

/** The round stage by stage: mobilisation, sites, couriers, labs, results. Counts are those of the typical run, hourly people means over all. */
export function roundLanes(source: LaneSource, text: Text): Lane[] {
  const { study, typical } = source;
  const { steps, stepMinutes } = typical;
  const { format, t } = text;
  const words: Record<LaneUnit, (value: number) => string> = {
    sites: (value) => t('lanes:value', { value: format.number(value), unit: t('lanes:unit.sites') }),
    desks: (value) => t('lanes:value', { value: format.number(value), unit: t('lanes:unit.desks') }),
    people: format.peopleUnit,
    perHour: (value) => t('lanes:perHour', { people: text.language === 'zh' ? format.peopleUnit(value) : format.people(value) }),
    tubes: format.tubes,
    percent: (value) => format.percent(value / HUNDRED, 0),
  };
  const curve = (
    lane: string,
    key: string,
    unit: LaneUnit,
    kind: LaneSeries['kind'],
    color: LaneSeries['color'],
    values: ArrayLike<number>,
  ): LaneSeries => ({
    key,
    kind,
    color,
    values,
    unit: t(`lanes:unit.${unit}`),
    label: t(`lanes:${lane}.${key}` as TextKey),
    format: words[unit],
    ...(unit === 'percent' ? { top: HUNDRED } : {}),
  });
  const lane = (key: string, series: readonly LaneSeries[]): Lane => ({ key, name: t(`lanes:${key}` as TextKey), series });
  const waitingAgain = Float64Array.from(typical.recalled, (people, step) => people - typical.reswabbed[step]);
  return [
    lane('mobilise', [
      curve('mobilise', 'open', 'sites', 'area', 'arrived', sums(typical.siteOpen, steps)),
      curve('mobilise', 'desks', 'desks', 'line', 'ink', desksOnDuty(source)),
    ]),
    lane('sites', [
      curve('sites', 'waiting', 'people', 'area', 'arrived', sums(typical.siteQueue, steps)),
      curve('sites', 'rate', 'perHour', 'line', 'sampled', perHour(study.bands.sampled.mean, stepMinutes)),
    ]),
    lane('couriers', [
      curve('couriers', 'way', 'tubes', 'area', 'sampled', typical.carriedTubes),
      curve('couriers', 'waiting', 'tubes', 'line', 'ink', sums(typical.siteTubesWaiting, steps)),
    ]),
    lane('labs', [
      curve('labs', 'backlog', 'tubes', 'area', 'arrived', sums(typical.labBacklog, steps)),
      curve('labs', 'use', 'percent', 'line', 'resulted', percentInUse(typical)),
    ]),
    lane('results', [
      curve('results', 'rate', 'perHour', 'area', 'resulted', perHour(study.bands.resulted.mean, stepMinutes)),
      curve('results', 'recall', 'people', 'line', 'ink', waitingAgain),
    ]),
  ];
}

/** A series at an hour: the value of the step that runs; its last one afterwards, 0 where it has none. */
export function laneValueAt(values: ArrayLike<number>, stepMinutes: number, hours: number): number {
  const step = Math.max(0, Math.min(values.length - 1, Math.floor((hours * 60) / stepMinutes + 1e-6)));
  return values[step] ?? 0;
}
