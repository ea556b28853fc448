import type { MapFrame } from '../../charts/index.ts';
import type { CityPack, Lab, PlannedSite } from '../../city/index.ts';
import type { Study, TypicalRun } from '../../results/index.ts';
import type { Sheet } from '../../report/index.ts';
import type { Text, TextKey } from '../../text/index.ts';
import type { Column } from '../kit/index.ts';
import { crowding, sitesOf, townshipShares, tripWords, type CityRun } from '../round/index.ts';
import { outlineArea } from './ground.ts';

/** A column whose label is still a key. */
type Keyed = Omit<Column, 'label' | 'unit'> & { readonly label: TextKey; readonly unit?: TextKey };

const worded = (text: Text, columns: readonly Keyed[]): Column[] =>
  columns.map(({ label, unit, ...entry }) => ({ ...entry, label: text.t(label), ...(unit === undefined ? {} : { unit: text.t(unit) }) }));

export interface TableInputs {
  readonly city: CityPack;
  readonly sites: readonly PlannedSite[];
  readonly labs: readonly Lab[];
  readonly study: Study;
  readonly typical: TypicalRun | null;
  /** null while no typical run is there. */
  readonly frame: MapFrame | null;
  /** The whole run; null or absent where only figures are at hand. */
  readonly run?: CityRun | null;
  readonly facts: { readonly desks: Int32Array; readonly byDevice: Uint8Array } | null;
  readonly clock: string;
  readonly text: Text;
}

const NOTHING = '–';

function column(
  key: string,
  label: TextKey,
  value: (row: number) => number | null,
  words: (value: number) => string,
  unit?: TextKey,
): Keyed {
  const known = (row: number) => {
    const number = value(row);
    return number === null || number === undefined || Number.isNaN(number) ? null : number;
  };
  return {
    key,
    label,
    numeric: true,
    value: known,
    ...(unit === undefined ? {} : { unit }),
    words: (row) => {
      const number = known(row);
      return number === null ? NOTHING : words(number);
    },
  };
}

const wording = (key: string, label: TextKey, words: (row: number) => string): Keyed => ({
  key,
  label,
  numeric: false,
  value: words,
  words,
});

/** Instants short enough for a table: 第5天 15:10. */
const instant = (text: Text, clock: string) => (hours: number) => text.format.clock(hours, clock);

export function siteColumns({ city, sites, study, typical, frame, run, facts, clock, text }: TableInputs): Column[] {
  const townships = new Map(city.townships.map((township) => [township.id, text.pick(township.name)]));
  const { format } = text;
  const percent = (share: number) => format.percent(share, 0);
  return worded(text, [
    wording('name', 'map:column.name', (row) => text.pick(sites[row].name)),
    wording('township', 'map:column.township', (row) => townships.get(sites[row].townshipId) ?? NOTHING),
    column(
      'residents',
      'map:column.residents',
      (row) => sites[row].residents,
      (people) => format.number(people),
    ),
    column(
      'desks',
      'map:column.desks',
      (row) => facts?.desks[row] ?? null,
      (desks) => format.number(desks),
    ),
    wording('device', 'map:column.device', (row) =>
      facts === null ? NOTHING : text.t(facts.byDevice[row] === 1 ? 'map:device.yes' : 'map:device.no'),
    ),
    wording('state', 'map:column.state', (row) => (frame === null ? NOTHING : text.t(`map:state.${frame.state(row)}`))),
    column(
      'queue',
      'map:column.queue',
      (row) => frame?.queue(row) ?? null,
      (people) => format.number(people),
    ),
    column('wait', 'map:column.wait', (row) => frame?.waitMinutes(row) ?? null, format.minutes, 'map:unit.minutes'),
    column(
      'crowding',
      'map:column.crowding',
      (row) => (run && frame ? crowding(run, frame, row) : null),
      (people) => format.number(people),
    ),
    column('share', 'map:column.share', (row) => frame?.shareDone(row) ?? null, percent, 'map:unit.share'),
    column('utilisation', 'map:column.utilisation.site', (row) => study.sites.utilisation[row], percent, 'map:unit.share'),
    column('finish', 'map:column.finish', (row) => study.sites.finishMean[row], instant(text, clock), 'map:unit.hours'),
    column('waitMean', 'map:column.waitMean', (row) => study.sites.waitMean[row], format.minutes, 'map:unit.minutes'),
    column('waitP90', 'map:column.waitP90', (row) => typical?.siteWaitP90Minutes[row] ?? null, format.minutes, 'map:unit.minutes'),
    column('onTime', 'map:column.onTime', (row) => study.sites.onTimeShare[row], percent, 'map:unit.share'),
    column(
      'unsampled',
      'map:column.unsampled',
      (row) => study.sites.unsampledAtDeadline[row],
      (people) => format.number(people),
    ),
  ]);
}

export function labColumns({ labs, study, frame, clock, text }: TableInputs): Column[] {
  const { format } = text;
  const percent = (share: number) => format.percent(share, 0);
  const borrowed = (row: number) => text.t('map:lab.borrowed', { number: row - labs.length + 1 });
  return worded(text, [
    wording('name', 'map:column.lab', (row) => (row < labs.length ? text.pick(labs[row].name) : borrowed(row))),
    column('capacity', 'map:column.capacity', (row) => labs[row]?.tubesPerDay ?? null, format.tubesPerDay, 'map:unit.tubesPerDay'),
    column(
      'use',
      'map:column.use',
      (row) => (frame === null || row >= frame.labCount ? null : frame.labUse(row)),
      percent,
      'map:unit.share',
    ),
    column(
      'backlog',
      'map:column.backlog',
      (row) => (frame === null || row >= frame.labCount ? null : frame.backlog(row)),
      format.tubes,
      'map:unit.tubes',
    ),
    column('backlogPeak', 'map:column.backlogPeak', (row) => study.labs.backlogPeak[row], format.tubes, 'map:unit.tubes'),
    column('utilisation', 'map:column.utilisation', (row) => study.labs.utilisation[row], percent, 'map:unit.share'),
    column('tubes', 'map:column.tubes', (row) => study.labs.tubes[row], format.tubes, 'map:unit.tubes'),
    column('lastResult', 'map:column.lastResult', (row) => study.labs.lastResult[row], instant(text, clock), 'map:unit.hours'),
  ]);
}

/** Only the townships that the plan has sites in: `rows` are their rows in the pack. */
export function townshipColumns({ city, study, frame, run, clock, text }: TableInputs): Column[] {
  const { format } = text;
  const percent = (share: number) => format.percent(share, 0);
  const shares = run && frame ? townshipShares(run, frame) : null;
  const over = (row: number, add: (sum: number, site: number) => number, start = 0): number | null =>
    run ? sitesOf(run, row).reduce(add, start) : null;
  const whole = (people: number) => format.number(people);
  return worded(text, [
    wording('name', 'map:column.township', (row) => text.pick(city.townships[row].name)),
    column('residents', 'map:column.residents', (row) => run?.townshipResidents[row] ?? null, whole),
    column(
      'density',
      'map:column.density',
      (row) => (run?.townshipResidents[row] ?? NaN) / outlineArea(city.townships[row].outline),
      whole,
    ),
    column('sites', 'map:column.sites', (row) => over(row, (count) => count + 1), whole),
    column('share', 'map:column.share', (row) => shares?.[row] ?? null, percent, 'map:unit.share'),
    column('queue', 'map:column.queue', (row) => over(row, (sum, site) => sum + (frame?.queue(site) ?? NaN)), whole),
    column(
      'finish',
      'map:column.lastFinish',
      (row) => over(row, (last, site) => Math.max(last, study.sites.finishMean[site])),
      instant(text, clock),
    ),
    column('unsampled', 'map:column.unsampled', (row) => over(row, (sum, site) => sum + study.sites.unsampledAtDeadline[site]), whole),
  ]);
}

export function courierColumns({ city, sites, labs, frame, run, clock, text }: TableInputs): Column[] {
  if (!run) return [];
  const { transport } = run;
  const { tubes, startHours, backHours, stopStart, stopSite } = transport.rounds;
  const { format } = text;
  const sum = (row: number, of: (round: number) => number): number =>
    transport.roundsOf(row).reduce((total, round) => total + of(round), 0);
  const first = (row: number): string => {
    const round = transport.roundsOf(row)[0];
    const site = round === undefined ? undefined : sites[stopSite[stopStart[round]]];
    return site === undefined ? NOTHING : text.pick(site.name);
  };
  const count = (row: number): number => transport.roundsOf(row).length;
  const now = (row: number): string =>
    frame === null ? NOTHING : tripWords(transport.tripAt(row, frame.hours), run, { city, sites, labs }, clock, text);
  return worded(text, [
    wording('name', 'map:column.courier', (row) => text.t('map:place.courier', { number: row + 1 })),
    wording('first', 'map:column.firstStop', first),
    wording('now', 'map:column.now', now),
    column('rounds', 'map:column.rounds', count, (rounds) => format.number(rounds)),
    column('tubes', 'map:column.tubesCarried', (row) => sum(row, (round) => tubes[round]), format.tubes, 'map:unit.tubes'),
    column(
      'minutes',
      'map:column.roundMinutes',
      (row) => (60 * sum(row, (round) => backHours[round] - startHours[round])) / count(row),
      format.minutes,
    ),
  ]);
}

/** The rows that are shown, in their order, as a sheet: numbers with all their digits, units in the heads. */
export const tableSheet = (name: string, columns: readonly Column[], rows: readonly number[]): Sheet => ({
  name,
  columns: columns.map(({ label, unit }) => (unit === undefined ? label : `${label} (${unit})`)),
  rows: rows.map((row) => columns.map((entry) => entry.value(row))),
});
