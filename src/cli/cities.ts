import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CITY_SCHEMA, CityPackError, createAbstractCity, loadCityPack, openCityGrid, type CityPack } from '../city/index.ts';
import type { RoadGrid } from '../geo/index.ts';
import {
  checkCityDefaults,
  createProblem,
  decodeFile,
  getInput,
  locateProblems,
  nearestWords,
  readJson,
  SCENARIO_SCHEMA,
  type Problem,
  type Segment,
} from '../scenario/index.ts';
import type { CommandEnvironment } from './environment.ts';
import { CommandRefused, EXIT } from './exit.ts';
import { readUserFile } from './files.ts';

export const ABSTRACT = 'abstract';

/** Ids of the cities that come with the program. */
export function cityIds(environment: CommandEnvironment): string[] {
  const { citiesFolder } = environment;
  const packs = existsSync(citiesFolder) ? readdirSync(citiesFolder).filter((name) => name.endsWith('.json')) : [];
  return [...packs.map((name) => name.slice(0, -'.json'.length)).toSorted(), ABSTRACT];
}

/** The city a scenario names: one that comes with the program, the abstract one, or a city pack's file. Throws CommandRefused. */
export function openCity(environment: CommandEnvironment, name: string): CityPack {
  // The population of the scenario is an input: the city itself, and so the fingerprint, is the same as on the page.
  if (name === ABSTRACT) return createAbstractCity({ population: Number(getInput('city.population').default) });
  const ids = cityIds(environment);
  if (ids.includes(name)) return cityFromBytes(readFileSync(join(environment.citiesFolder, `${name}.json`)), name);
  if (name.endsWith('.json') || /[/\\]/.test(name)) return cityFromBytes(readUserFile(environment.folder, name), name);
  const values = { expected: ids.join(', '), near: nearestWords(name, ids) };
  throw new CommandRefused(EXIT.input, [createProblem('unknown-city', { path: 'city', value: name, values })], name);
}

/** The road grid of a city: the one that comes with the program, else built now. Throws CommandRefused for a city without geography. */
export async function openGrid(environment: CommandEnvironment, city: CityPack): Promise<RoadGrid> {
  const grid = await findGrid(environment, city);
  if (grid === null || city.stations.length === 0) {
    throw new CommandRefused(EXIT.input, [createProblem('city-without-roads', { path: 'city', value: city.id })], city.id);
  }
  return grid;
}

/** As openGrid, with or without ambulance stations; null for a city without geography. */
export function findGrid(environment: CommandEnvironment, city: CityPack): Promise<RoadGrid | null> {
  const file = join(environment.citiesFolder, 'grids', `${city.id}.json`);
  return openCityGrid(city, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
}

/** A city pack out of a file's bytes. Throws CommandRefused with all that is wrong, each with its line. */
export function cityFromBytes(bytes: Uint8Array, subject: string): CityPack {
  const refuse = (problems: readonly Problem[]): never => {
    throw new CommandRefused(EXIT.input, problems, subject);
  };
  const decoded = decodeFile(bytes);
  if ('problems' in decoded) return refuse(decoded.problems);
  const reading = readJson(decoded.text);
  if ('problems' in reading) return refuse(reading.problems);
  const schema = (reading.value as { schema?: unknown } | null)?.schema;
  if (typeof schema === 'string' && schema.startsWith(SCENARIO_SCHEMA.slice(0, -1))) {
    return refuse([createProblem('scenario-instead-of-city', { path: 'schema', value: schema, values: { expected: CITY_SCHEMA } })]);
  }
  try {
    const city = loadCityPack(reading.value);
    const problems = checkCityDefaults(city, decoded.text);
    return problems.length > 0 ? refuse(problems) : city;
  } catch (error) {
    if (!(error instanceof CityPackError)) throw error;
    return refuse(
      locateProblems(
        decoded.text,
        error.problems,
        error.problems.map(({ path }) => segmentsOf(path)),
      ),
    );
  }
}

/** ["villages", 3, "at"] of "villages[3].at". */
function segmentsOf(path: string): Segment[] {
  return Array.from(path.matchAll(/\[(\d+)\]|([^.[\]]+)/g), ([, index, name]) => (index === undefined ? name : Number(index)));
}
