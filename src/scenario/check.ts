import type { CityPack } from '../city/index.ts';
import { findInput, type Settings } from './catalogue/index.ts';
import { parseOpenHours } from './hours.ts';
import { inputProblem } from './input-check.ts';
import { finding, reportFindings, type Finding } from './findings.ts';
import { desksOnDuty, plannedLabs, plannedSites } from './places.ts';
import { nearestWords, problemWords, type Problem, type Segment } from './problem.ts';
import type { Change, Scenario, Where } from './scenario.ts';
import { inputSchema } from './schema.ts';
import { resolveSettings } from './settings.ts';
import { unknownInput } from './unknown.ts';

/** What holds between several inputs, and between a plan and its city. Problems forbid a run, notes accompany it. */
export interface ScenarioCheck {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** What a city pack states for inputs that do not exist, or outside their range. Paths are those of the pack's file. */
export function checkCityDefaults(city: CityPack, text?: string): readonly Problem[] {
  const findings = Object.entries(city.defaults).flatMap(([path, { value }]): Finding[] => {
    const at = ['defaults', path];
    const definition = findInput(path);
    if (!definition) return [unknownInput(path, at)];
    return inputSchema(definition).safeParse(value).success ? [] : [{ at, create: () => inputProblem(definition, value, at) }];
  });
  return reportFindings(findings, text);
}

/** Checks a parsed scenario against its city. With `text`, the file it came from, problems carry line and column. */
export function checkScenario(scenario: Scenario, city: CityPack, text?: string): ScenarioCheck {
  const { settings } = resolveSettings(scenario, city);
  const settled = settingsProblems(settings);
  const problems = settled.length > 0 ? settled : placeProblems(scenario, city, settings);
  const notes = normNotes(settings);
  return { problems: reportFindings(problems, text), notes: reportFindings(notes, text) };
}

const placed = (code: string, path: keyof Settings, value: unknown, expected: string | number = ''): Finding =>
  finding(code, ['inputs', path], () => ({ value, values: { expected } }));

const RANGES: readonly (readonly [min: keyof Settings, max: keyof Settings])[] = [
  ['mobilise.minHours', 'mobilise.maxHours'],
  ['devices.handMinSeconds', 'devices.handMaxSeconds'],
  ['positives.recallMinHours', 'positives.recallMaxHours'],
  ['emergency.turnoutMedianMinutes', 'emergency.turnoutP95Minutes'],
  ['emergency.sceneMinMinutes', 'emergency.sceneMinutes'],
  ['emergency.sceneMinutes', 'emergency.sceneMaxMinutes'],
  ['emergency.handoverMinMinutes', 'emergency.handoverMinutes'],
  ['emergency.handoverMinutes', 'emergency.handoverMaxMinutes'],
];

function settingsProblems(settings: Settings): Finding[] {
  const problems: Finding[] = [];
  for (const [min, max] of RANGES) {
    if (settings[min] > settings[max]) problems.push(placed('min-over-max', min, settings[min], `${max} = ${String(settings[max])}`));
  }
  if (settings['city.sites'] > settings['city.population']) {
    problems.push(placed('more-sites-than-people', 'city.sites', settings['city.sites'], settings['city.population']));
  }
  if (settings['choice.mode'] === 'boards' && settings['rounds.count'] > 1) {
    problems.push(placed('boards-one-round', 'rounds.count', settings['rounds.count'], 1));
  }
  if (desksOnDuty(settings) < 1) {
    const needed = settings['staff.shifts'] * (settings['staff.reading'] === 'A' ? 1 : 2);
    problems.push(placed('no-desk', 'staff.total', settings['staff.total'], needed));
  }
  return problems;
}

const MOST_DUTY_HOURS = 12;
const FASTEST_SWAB_SECONDS = 30;
const SLOWEST_SWAB_SECONDS = 180;
const MOST_RESIDENTS_PER_SITE = 4_000;

/** Warnings against norms of the field; they never stop a run. */
function normNotes(settings: Settings): Finding[] {
  const notes: Finding[] = [];
  const open = parseOpenHours(settings.openHours);
  const duty = (open.to - open.from) / 60 / settings['staff.shifts'];
  const seconds = settings['sampling.meanSeconds'];
  const perHour = Math.round(3600 / seconds);
  const onDuty = desksOnDuty(settings);
  const perSite = Math.round(settings['city.population'] / settings['city.sites']);
  if (settings['pool.size'] === 20) notes.push(placed('note-pool-20', 'pool.size', 20));
  if (duty > MOST_DUTY_HOURS) notes.push(placed('note-long-duty', 'openHours', Math.round(duty * 10) / 10));
  if (seconds < FASTEST_SWAB_SECONDS) notes.push(placed('note-fast-swab', 'sampling.meanSeconds', perHour));
  if (seconds > SLOWEST_SWAB_SECONDS) notes.push(placed('note-slow-swab', 'sampling.meanSeconds', perHour));
  if (onDuty < settings['city.sites']) notes.push(placed('note-sites-without-desk', 'staff.total', onDuty, settings['city.sites']));
  if (perSite > MOST_RESIDENTS_PER_SITE) notes.push(placed('note-residents-per-site', 'city.sites', perSite));
  if (settings['courier.sealHours'] > settings['courier.arriveHours']) {
    notes.push(placed('note-seal-after-arrive', 'courier.sealHours', settings['courier.sealHours'], settings['courier.arriveHours']));
  }
  return notes;
}

type PlaceKind = 'sites' | 'townships' | 'districts' | 'labs';

/** Ids that a scenario's changes name and the city does not have. */
function placeProblems(scenario: Scenario, city: CityPack, settings: Settings): Finding[] {
  const known = new Map<PlaceKind, ReadonlySet<string>>();
  const idsOf = (kind: PlaceKind): ReadonlySet<string> => {
    let ids = known.get(kind);
    if (!ids) known.set(kind, (ids = new Set(placeIds(kind, city, settings))));
    return ids;
  };
  return scenario.changes.flatMap((change, index) =>
    placesNamed(change).flatMap(({ kind, ids, at }) =>
      ids.flatMap((id, i) => {
        if (idsOf(kind).has(id)) return [];
        const path: Segment[] = ['changes', index, ...at, ...(at[0] === 'lab' ? [] : [i])];
        const values = () => ({
          expected: problemWords(`expected.place.${kind}`),
          near: nearestWords(id, [...idsOf(kind)].slice(0, 1_000)),
        });
        return [finding('unknown-place', path, () => ({ value: id, values: values() }))];
      }),
    ),
  );
}

function placeIds(kind: PlaceKind, city: CityPack, settings: Settings): string[] {
  if (kind === 'townships' || kind === 'districts') return city[kind].map(({ id }) => id);
  return (kind === 'labs' ? plannedLabs(settings, city) : plannedSites(settings, city)).map(({ id }) => id);
}

function placesNamed(change: Change): { kind: PlaceKind; ids: readonly string[]; at: Segment[] }[] {
  if (change.kind === 'siteClosed') return [{ kind: 'sites', ids: change.sites, at: ['sites'] }];
  if (change.kind === 'labCapacity') return change.lab === 'all' ? [] : [{ kind: 'labs', ids: [change.lab], at: ['lab'] }];
  if (!('where' in change) || change.where === undefined || change.where === 'all') return [];
  const where: Exclude<Where, 'all'> = change.where;
  if ('sites' in where) return [{ kind: 'sites', ids: where.sites, at: ['where', 'sites'] }];
  if ('townships' in where) return [{ kind: 'townships', ids: where.townships, at: ['where', 'townships'] }];
  return [{ kind: 'districts', ids: where.districts, at: ['where', 'districts'] }];
}
