import type { CityPack } from '../../../city/index.ts';
import type { EmergencyDated } from '../../../compile/index.ts';
import { createProblem, nearestWords, type Problem } from '../../../scenario/index.ts';
import { createText } from '../../../text/index.ts';
import type { Bilingual } from '../../../units/index.ts';
import { CommandRefused, EXIT } from '../../exit.ts';
import { badFlag } from '../../options.ts';
import { readRoads } from './roads.ts';

const FORM = /^\s*(close|hospital|out|travel|calls|shut)(?::([^=@]+))?(?:=(\d+(?:\.\d+)?))?@(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?\s*$/;
const AREAS = ['urban', 'rural', 'all'] as const;

/**
 * Dated changes as flags write them, "what@from-until" in hours after the order: close:station, hospital:hospital, out:station=vehicles,
 * travel:area=factor, calls=factor, shut:road; without an end for good. Throws CommandRefused with everything wrong with them.
 */
export function readDated(city: CityPack, words: readonly string[]): EmergencyDated[] {
  const problems: Problem[] = [];
  const refuse = (value: string): [] => {
    problems.push(badFlag('--change', value, FORMS));
    return [];
  };
  const idOf = (rows: readonly { readonly id: string; readonly name: Bilingual }[], value: string, name: string): string | null => {
    const found = rows.find((row) => [row.id, row.name.zh, row.name.en].includes(name.trim()));
    if (found) return found.id;
    const known = rows.flatMap((row) => [row.id, row.name.zh, row.name.en]);
    const values = { expected: rows.map(({ id }) => id).join(', '), near: nearestWords(name, known) };
    problems.push(createProblem('unknown-emergency-place', { path: '--change', value, values }));
    return null;
  };
  const dated = words.flatMap((value): EmergencyDated[] => {
    const [, kind, name, amount, from, until] = FORM.exec(value) ?? [];
    const time = { at: Number(from), ...(until === undefined ? {} : { until: Number(until) }) };
    if (kind === undefined || (until !== undefined && Number(until) <= Number(from))) return refuse(value);
    const factor = Number(amount);
    switch (kind) {
      case 'calls':
        return name === undefined && factor >= 0 ? [{ kind: 'calls', factor, ...time }] : refuse(value);
      case 'travel': {
        const area = AREAS.find((candidate) => candidate === (name ?? 'all').trim());
        return area !== undefined && factor > 0 ? [{ kind: 'travel', area, factor, ...time }] : refuse(value);
      }
      case 'shut':
        return name === undefined ? refuse(value) : [{ kind: 'roadsShut', roads: readRoads(city, [name]), ...time }];
    }
    if (name === undefined || (kind === 'out') !== Number.isInteger(factor)) return refuse(value);
    const place = idOf(kind === 'hospital' ? city.hospitals : city.stations, value, name);
    if (place === null) return [];
    if (kind === 'hospital') return [{ kind: 'hospitalClosed', hospital: place, ...time }];
    return kind === 'close'
      ? [{ kind: 'stationClosed', station: place, ...time }]
      : [{ kind: 'vehiclesOut', station: place, vehicles: factor, ...time }];
  });
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'ambulance run');
  return dated;
}

const FORMS: Bilingual = { zh: createText('zh').t('emergency:expected.change'), en: createText('en').t('emergency:expected.change') };
