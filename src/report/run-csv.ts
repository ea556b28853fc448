import type { Marginals } from '../experiment/index.ts';
import type { Band, Study } from '../results/index.ts';
import type { Text } from '../text/index.ts';
import { csvText, type CsvCell } from './csv.ts';

export const CSV_TABLES = ['series', 'sites', 'labs', 'marginal'] as const;
export type CsvTable = (typeof CSV_TABLES)[number];

/** A place of the plan, in the order of the study's rows. */
export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  /** Residents of a site, tubes a day of a lab. */
  readonly size: number;
}

export interface CsvSubject {
  readonly study: Study;
  readonly marginals: Marginals | null;
  readonly sites: readonly PlaceRow[];
  readonly labs: readonly PlaceRow[];
  readonly orderClock: string;
}

const PROVENANCE = ['seed', 'replications', 'scenario', 'engine', 'notice'] as const;

/** One table of a study. The last columns repeat where it comes from, so that a row torn from its file still says so. */
export function runCsv(text: Text, table: CsvTable, subject: CsvSubject): string {
  const { study } = subject;
  const provenance: CsvCell[] = [
    study.seed,
    study.replications,
    study.scenario.fingerprint,
    study.engineVersion,
    text.t('product:simulated'),
  ];
  const { header, rows } = TABLES[table](text, subject);
  return csvText(
    [...header, ...PROVENANCE],
    rows.map((row) => [...row, ...provenance]),
  );
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

const CURVES = ['arrived', 'sampled', 'delivered', 'resulted'] as const;
const QUANTILES = ['mean', 'p10', 'p50', 'p90'] as const satisfies readonly (keyof Band)[];

function seriesTable(text: Text, { study, orderClock }: CsvSubject): Table {
  const header = ['hours_after_order', 'local_clock', ...CURVES.flatMap((curve) => QUANTILES.map((q) => `people_${curve}_${q}`))];
  const rows = Array.from(study.hours, (hours, step) => [
    hours,
    text.format.clock(hours, orderClock),
    ...CURVES.flatMap((curve) => QUANTILES.map((q) => study.bands[curve][q][step])),
  ]);
  return { header, rows };
}

function sitesTable(_text: Text, { study, sites }: CsvSubject): Table {
  const header = [
    'site_id',
    'name',
    'residents',
    'finish_hours_mean',
    'finish_hours_p90',
    'wait_minutes_mean',
    'people_unsampled_at_deadline',
  ];
  const rows = sites.map(({ id, name, size }, s) => [
    id,
    name,
    size,
    study.sites.finishMean[s],
    study.sites.finishP90[s],
    study.sites.waitMean[s],
    study.sites.unsampledAtDeadline[s],
    study.sites.utilisation[s],
    study.sites.onTimeShare[s],
  ]);
  return { header: [...header, 'desk_utilisation', 'share_of_runs_on_time'], rows };
}

function labsTable(_text: Text, { study, labs }: CsvSubject): Table {
  const rows = Array.from(study.labs.tubes, (tubes, l) => [
    labs[l]?.id ?? `borrowed-${l - labs.length + 1}`,
    labs[l]?.name ?? '',
    labs[l]?.size ?? null,
    tubes,
    study.labs.utilisation[l],
    study.labs.backlogPeak[l],
    study.labs.lastResult[l],
  ]);
  return { header: ['lab_id', 'name', 'tubes_per_day', 'tubes_done', 'line_utilisation', 'backlog_peak_tubes', 'last_result_hours'], rows };
}

function marginalTable(_text: Text, { marginals }: CsvSubject): Table {
  const rows = (marginals?.marginal ?? []).map(({ resource, finish, change, effectHours, interval }) => [
    resource,
    finish,
    change,
    effectHours,
    interval?.[0] ?? null,
    interval?.[1] ?? null,
  ]);
  return { header: ['resource', 'finish', 'change', 'effect_hours', 'effect_low', 'effect_high'], rows };
}

const TABLES: Readonly<Record<CsvTable, (text: Text, subject: CsvSubject) => Table>> = {
  series: seriesTable,
  sites: sitesTable,
  labs: labsTable,
  marginal: marginalTable,
};
