import { unpackGrid, type WaitGrids } from './grids.ts';
import { MOST, PUBLISHED_SCHEMA, type Published, type PublishedCoverage } from './shape.ts';

/** Why a file is refused: not of this kind, written by a later version, broken somewhere, or too large. `where` names the place. */
export type PublishedFault = 'kind' | 'newer' | 'broken' | 'large';

export class PublishedError extends Error {
  readonly fault: PublishedFault;
  readonly where: string;

  constructor(fault: PublishedFault, where: string) {
    super(`${fault}: ${where}`);
    this.name = 'PublishedError';
    this.fault = fault;
    this.where = where;
  }
}

type Row = Readonly<Record<string, unknown>>;

/**
 * A publication out of a file's text, checked whole. Throws PublishedError and keeps nothing of a faulty file. Unknown fields are left
 * aside, so a later minor addition does not lock older pages out.
 */
export function readPublished(text: string): Published {
  if (text.length > MOST.bytes) throw new PublishedError('large', `${text.length}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new PublishedError('broken', 'JSON');
  }
  if (!isRow(json)) throw new PublishedError('kind', typeof json);
  checkSchema(json.schema);
  checkShape(json);
  const file = json as unknown as Omit<Published, 'waits'>;
  return { ...file, waits: readWaits(json.waits as Row, file.sites.length) };
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

function checkSchema(schema: unknown): void {
  if (schema === PUBLISHED_SCHEMA) return;
  const version = typeof schema === 'string' ? /^pingzhan\.published\/(\d{1,6})$/.exec(schema)?.[1] : undefined;
  throw new PublishedError(version !== undefined && Number(version) > 1 ? 'newer' : 'kind', String(schema).slice(0, 60));
}

/** Says of a value whether it is as its name asks; the path goes into the error. */
type Check = (value: unknown, path: string) => void;

const fail = (path: string): never => {
  throw new PublishedError('broken', path);
};
const when =
  (holds: (value: unknown) => boolean): Check =>
  (value, path) => {
    if (!holds(value)) fail(path);
  };
const text = when((value) => typeof value === 'string' && value.length <= 2_000);
const number = when((value) => typeof value === 'number' && Number.isFinite(value));
const count = when((value) => Number.isInteger(value) && (value as number) >= 0);
const orNull =
  (check: Check): Check =>
  (value, path) => {
    if (value !== null) check(value, path);
  };
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isRow(value)) return fail(path);
    for (const [name, check] of Object.entries(fields)) check(Object.hasOwn(value, name) ? value[name] : undefined, `${path}.${name}`);
  };
const list =
  (check: Check, most: number, least = 0): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < least) return fail(path);
    if (value.length > most) throw new PublishedError('large', path);
    value.forEach((item, i) => check(item, `${path}[${i}]`));
  };
const name = shape({ zh: text, en: text });
const point = list(number, 2, 2);
const oneOf = (...words: readonly string[]): Check => when((value) => typeof value === 'string' && words.includes(value));
const rowOf = (rows: readonly unknown[]): Check =>
  when((value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < rows.length);

const source = shape({
  id: text,
  tag: oneOf('stated', 'official', 'observed', 'paper', 'inferred', 'assumed'),
  title: name,
  origin: name,
  date: text,
});
const quality = shape({ accuracy: oneOf('official', 'imported', 'schematic'), sources: list(text, 200) });
const forecast = shape({
  deadlineHours: number,
  probability: number,
  interval: orNull(list(number, 2, 2)),
  p50: orNull(number),
  p90: orNull(number),
  missing: number,
});
const place = shape({ name, at: point });
const MOST_PLACES = 5_000;

function checkShape(file: Row): void {
  const top = shape({
    city: shape({ id: text, name }),
    date: when((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)),
    engineVersion: text,
    scenario: shape({ name, fingerprint: text }),
    seed: number,
    runs: count,
    orderClock: when((value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)),
    openHours: shape({ from: count, to: count }),
    address: orNull(when((value) => typeof value === 'string' && value.length <= 300 && /^https?:\/\//.test(value))),
    thresholds: shape({ busy: number, jammed: number }),
    sampled: forecast,
    resulted: forecast,
    quality: shape({ townships: quality, villages: quality, sites: quality, stations: quality, hospitals: quality, clinics: quality }),
    sources: list(source, 500),
    districts: list(shape({ id: text, name }), 500, 1),
    clinics: list(place, MOST_PLACES),
    hospitals: list(place, MOST_PLACES),
    stations: list(place, MOST_PLACES),
    rules: shape({ walkDetour: number, shortestWalkKm: number, callMinutes: number, turnOutMinutes: number, travel: source }),
    townships: list(shape({ id: text, name, residents: count, at: point, rings: list(list(point, 20_000), 500) }), MOST.townships, 1),
    villages: list(shape({ id: text, name, initials: text, at: point, residents: count }), MOST.villages, 1),
    sites: list(shape({ id: text, name, at: point, residents: count, opensAt: number }), MOST.sites, 1),
  });
  top(file, 'file');
  checkRows(file as unknown as Published);
}

/** Every row that another row names is there, and every column is as long as its rows. */
function checkRows(file: Published): void {
  const { districts, townships, villages, sites } = file;
  list(shape({ district: rowOf(districts) }), MOST.townships)(townships, 'townships');
  list(shape({ township: rowOf(townships) }), MOST.villages)(villages, 'villages');
  const site = shape({
    township: rowOf(townships),
    village: rowOf(villages),
    serves: list(rowOf(villages), MOST.villages),
    finishAt: shape({ p50: orNull(number), p90: orNull(number) }),
  });
  list(site, MOST.sites)(sites, 'sites');
  const whole = (check: Check): Check => list(check, villages.length, villages.length);
  const nearest = (rows: readonly unknown[]): Check =>
    whole(when((value) => value === -1 || (Number.isInteger(value) && (value as number) >= 0 && (value as number) < rows.length)));
  // Infinity has no word in JSON: where there is no such place at all the figure is null and its row −1.
  const figures = whole(orNull(number));
  const columns: Record<keyof PublishedCoverage, Check> = {
    siteWalkKm: figures,
    siteNearest: nearest(sites),
    clinicMinutes: figures,
    clinicKm: figures,
    clinicNearest: nearest(file.clinics),
    hospitalMinutes: figures,
    hospitalKm: figures,
    hospitalNearest: nearest(file.hospitals),
    ambulanceMinutes: figures,
    stationNearest: nearest(file.stations),
  };
  shape(columns)(file.coverage, 'coverage');
}

function readWaits(waits: Row, sites: number): WaitGrids {
  shape({ steps: count, p10: text64, p50: text64, p90: text64, open: text64 })(waits, 'waits');
  const steps = waits.steps as number;
  if (steps > MOST.steps || steps * sites > MOST.cells) throw new PublishedError('large', 'waits.steps');
  const grid = (column: string): Uint8Array => unpackGrid(waits[column] as string, sites, steps) ?? fail(`waits.${column}`);
  return { steps, p10: grid('p10'), p50: grid('p50'), p90: grid('p90'), open: grid('open') };
}

const text64 = when((value) => typeof value === 'string');
