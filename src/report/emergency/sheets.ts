import { AREA_IDS, RESPONSE_BINS, type ResponseFigures } from '../../results/index.ts';
import type { Text, TextKey } from '../../text/index.ts';
import type { CsvCell } from '../csv.ts';
import type { Sheet } from '../sheet.ts';
import type { EmergencyAnswer } from './json.ts';

export const EMERGENCY_TABLES = ['response', 'hours', 'townships', 'stations', 'distribution', 'surge'] as const;
export type EmergencyTable = (typeof EMERGENCY_TABLES)[number];

type Cells = { readonly columns: readonly string[]; readonly rows: readonly (readonly CsvCell[])[] };

const round = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null);
const column = ({ t }: Text, ...names: readonly string[]): string[] => names.map((name) => t(`emergency:column.${name}` as TextKey));

/** One of the tables of an answer, ready for screen, spreadsheet and file. */
export function emergencySheet(text: Text, table: EmergencyTable, answer: EmergencyAnswer): Sheet {
  return { name: text.t(`emergency:table.${table}`), ...SHEETS[table](text, answer) };
}

const responseCells = (figures: ResponseFigures): CsvCell[] => [
  round(figures.callsPerDay),
  round(figures.mean),
  ...(figures.interval ?? [null, null]).map((end) => end && round(end)),
  round(figures.p50),
  round(figures.p90),
  round(figures.within15.mean),
  round(figures.within30.mean),
];
const RESPONSE_COLUMNS = ['calls', 'mean', 'low', 'high', 'p50', 'p90', 'within15', 'within30'];

const SHEETS: Readonly<Record<EmergencyTable, (text: Text, answer: EmergencyAnswer) => Cells>> = {
  response: (text, { study }) => ({
    columns: column(text, 'group', ...RESPONSE_COLUMNS),
    rows: [
      ...(['urban', 'rural', 'all'] as const).map((area) => [
        text.t(`emergency:area.${area}`),
        ...responseCells(study.responseMinutes[area]),
      ]),
      ...(['urgent', 'ordinary', 'minor'] as const).map((severity, row) => [
        text.t(`emergency:severity.${severity}`),
        ...responseCells(study.severities[row]),
      ]),
    ],
  }),
  hours: (text, { study: { byHour } }) => ({
    columns: column(text, 'hour', 'calls', 'urbanMean', 'ruralMean', 'busy'),
    rows: Array.from({ length: 24 }, (_, h) => [
      h,
      round(byHour.callsPerDay[h]),
      round(byHour.urban[h]),
      round(byHour.rural[h]),
      round(byHour.vehiclesBusy[h]),
    ]),
  }),
  townships: (text, { study: { townships }, city }) => ({
    columns: column(text, 'township', 'area', 'calls', 'mean', 'p90', 'withinStandard', 'elsewhere'),
    rows: city.townships.map(({ name, setting }, row) => [
      text.pick(name),
      text.t(setting === 'urban-core' ? 'emergency:area.urban' : 'emergency:area.rural'),
      round(townships.callsPerDay[row]),
      round(townships.mean[row]),
      round(townships.p90[row]),
      round(townships.withinStandard[row]),
      round(townships.elsewhere[row]),
    ]),
  }),
  stations: (text, { study, stations }) => ({
    columns: column(text, 'station', 'vehicles', 'missions', 'utilisation', 'outside'),
    rows: stations.map(({ name }, row) => [
      text.pick(name),
      study.stations.vehicles[row],
      round(study.stations.missionsPerDay[row]),
      round(study.stations.utilisation[row]),
      round(study.stations.outsideDistrict[row]),
    ]),
  }),
  distribution: (text, { study: { distribution } }) => ({
    columns: column(text, 'minute', 'urbanShare', 'ruralShare'),
    rows: Array.from({ length: RESPONSE_BINS }, (_, bin) => [bin, ...AREA_IDS.map((area) => round(distribution[area][bin]))]),
  }),
  surge: (text, { study: { surge } }) => ({
    columns: column(
      text,
      'cases',
      'urbanMean',
      'urbanChange',
      'urbanWithin15',
      'ruralMean',
      'ruralChange',
      'ruralWithin30',
      'busy',
      'queuedShare',
      'transfer',
    ),
    rows: (surge ?? []).map((row) => [
      row.transfersPerDay,
      round(row.responseMinutes.urban.mean),
      round(row.change.urban.mean),
      round(row.responseMinutes.urban.within15.mean),
      round(row.responseMinutes.rural.mean),
      round(row.change.rural.mean),
      round(row.responseMinutes.rural.within30.mean),
      round(row.vehiclesBusy),
      round(row.queuedShare.mean),
      round(row.transferMinutes.mean),
    ]),
  }),
};
