import { checkCity } from './checks.ts';
import { problemFromIssue, valueAt } from './issues.ts';
import { checkOutlines, checkRowCounts } from './outlines.ts';
import { CITY_SCHEMA, type CityPack } from './pack.ts';
import { CityPackError, MOST_PROBLEMS, problemOf } from './problems.ts';
import { cityPackSchema } from './schema.ts';

const SCHEMA_FAMILY = /^pingzhan\.city\/(\d{1,6})$/;

/**
 * A city pack from parsed JSON, checked whole. Throws CityPackError with everything found (at most 50 problems); never keeps a part.
 * Callers refuse files over 20 MB or nested deeper than 64 before parsing them.
 */
export function loadCityPack(json: unknown): CityPack {
  refuseOtherVersions(json);
  const tooMany = checkRowCounts(json);
  if (tooMany.length > 0) throw new CityPackError(tooMany);
  const result = cityPackSchema.safeParse(json);
  const issues = result.success ? [] : result.error.issues.slice(0, MOST_PROBLEMS).map((issue) => problemFromIssue(issue, json));
  const found = [...issues, ...checkOutlines(json)].slice(0, MOST_PROBLEMS);
  if (!result.success || found.length > 0) throw new CityPackError(found);
  const city: CityPack = result.data;
  const problems = checkCity(city);
  if (problems.length > 0) throw new CityPackError(problems);
  return city;
}

function refuseOtherVersions(json: unknown): void {
  const schema = valueAt(json, ['schema']);
  if (schema === CITY_SCHEMA) return;
  const version = typeof schema === 'string' ? SCHEMA_FAMILY.exec(schema)?.[1] : undefined;
  const isNewer = version !== undefined && Number(version) > 1;
  throw new CityPackError([
    problemOf(isNewer ? 'newerVersion' : 'notACityPack', {
      path: ['schema'],
      value: schema,
      allowed: CITY_SCHEMA,
      message: isNewer
        ? { zh: '这个城市包的版本比本程序新', en: 'this city pack is newer than this program' }
        : { zh: '不是城市包', en: 'this is no city pack' },
      cure: isNewer
        ? { zh: '更新程序后再打开', en: 'update the program, then open it again' }
        : { zh: `schema 应为 ${CITY_SCHEMA}`, en: `schema must be ${CITY_SCHEMA}` },
    }),
  ]);
}
