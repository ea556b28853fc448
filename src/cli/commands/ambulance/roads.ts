import type { CityPack } from '../../../city/index.ts';
import { createProblem, nearestWords, type Problem } from '../../../scenario/index.ts';
import { CommandRefused, EXIT } from '../../exit.ts';

/** Rows of the roads that flags name: by the road's own name, or as "from-to" by the townships' ids or names. Throws CommandRefused. */
export function readRoads(city: CityPack, names: readonly string[]): number[] {
  const townships = new Map(city.townships.map(({ id, name }) => [id, name]));
  const ways = city.roads.map(({ name, from, to }) => {
    const ends = [from, to].map((id) => [id, townships.get(id)?.zh ?? id, townships.get(id)?.en ?? id]);
    return [name, ...ends[0].flatMap((a) => ends[1].flatMap((b) => [`${a}-${b}`, `${b}-${a}`]))].filter((word) => word !== '');
  });
  const problems: Problem[] = [];
  const rows = names.flatMap((asked) => {
    const found = ways.flatMap((words, row) => (words.includes(asked.trim()) ? [row] : []));
    const known = [...new Set(ways.map(([name]) => name))];
    if (found.length === 0) {
      const values = { expected: known.slice(0, 20).join(', '), near: nearestWords(asked, ways.flat()) };
      problems.push(createProblem('unknown-road', { path: '--shut', value: asked, values }));
    }
    return found;
  });
  if (problems.length > 0) throw new CommandRefused(EXIT.usage, problems, 'ambulance');
  return [...new Set(rows)];
}
