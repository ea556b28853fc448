import type { Problem, Segment } from '../problem.ts';
import { readJson } from './read.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}

const keyOf = (path: readonly Segment[]): string => JSON.stringify(path);

/**
 * Adds line and column to problems of a text that readJson has read: the value itself, or what holds it when it is absent.
 * `paths[i]` belongs to `problems[i]`. One more pass over the text for all of them.
 */
export function locateProblems(text: string, problems: readonly Problem[], paths: readonly (readonly Segment[])[]): readonly Problem[] {
  const places = new Map<string, Place | null>();
  for (const path of paths) for (let length = 0; length <= path.length; length += 1) places.set(keyOf(path.slice(0, length)), null);
  const deepest = Math.max(0, ...paths.map((path) => path.length));
  // Most values are passed over by their own name alone; only the rest are worth the text of a whole path.
  const names = new Set<Segment | undefined>([undefined, ...paths.flat()]);
  let wanted = places.size;
  const onPlace = (path: readonly Segment[], place: () => Place): boolean => {
    if (path.length > deepest || !names.has(path.at(-1))) return false;
    const key = keyOf(path);
    if (places.get(key) === null) {
      places.set(key, place());
      wanted -= 1;
    }
    return wanted === 0;
  };
  readJson(text, { onPlace });
  return problems.map((problem, index) => {
    for (let length = paths[index].length; length >= 0; length -= 1) {
      const place = places.get(keyOf(paths[index].slice(0, length)));
      if (place) return { ...problem, ...place };
    }
    return problem;
  });
}
