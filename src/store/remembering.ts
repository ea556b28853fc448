import type { Variant } from '../experiment/index.ts';
import type { StudyService } from './service.ts';

/** Answers of so many plans are at hand: undo and redo go through them without a new run. A plan's answer is some megabytes. */
export const MOST_REMEMBERED = 8;

type Parts = Map<string, Promise<unknown>>;

/** Plans are told apart by all that is in them, names too, because answers carry these. */
const keyOf = ({ city, scenario }: Variant): string => `${city.id} ${JSON.stringify(scenario)}`;

/**
 * A service that answers at once what it has answered before. Only whole answers are kept, of the MOST_REMEMBERED plans used last;
 * answers are the same bytes whenever they are worked out, so none of them grows old.
 */
export function rememberingService(service: StudyService): StudyService {
  const plans = new Map<string, Parts>();

  const partsOf = (variant: Variant): Parts => {
    const key = keyOf(variant);
    const parts: Parts = plans.get(key) ?? new Map<string, Promise<unknown>>();
    plans.delete(key);
    plans.set(key, parts);
    for (const oldest of plans.keys()) {
      if (plans.size <= MOST_REMEMBERED) break;
      plans.delete(oldest);
    }
    return parts;
  };
  const once = async <T>(variant: Variant, part: string, work: () => Promise<T>): Promise<T> => {
    const parts = partsOf(variant);
    const known = parts.get(part) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const answer = await work();
    parts.set(part, Promise.resolve(answer));
    return answer;
  };
  const runsOf = (study: { readonly seed: number; readonly replications: number }): string => `${study.seed} ${study.replications}`;

  return {
    compare: (a, b, options) => service.compare(a, b, options),
    replaceWorkers: () => service.replaceWorkers(),
    study: (variant, options) => once(variant, `study ${runsOf(options)} ${options.precisionHours}`, () => service.study(variant, options)),
    typical: (variant, seed, replication, signal) =>
      once(variant, `typical ${seed} ${replication}`, () => service.typical(variant, seed, replication, signal)),
    claims: (variant, seed, options) => once(variant, `claims ${seed}`, () => service.claims(variant, seed, options)),
    marginals: (variant, study, options) => once(variant, `marginals ${runsOf(study)}`, () => service.marginals(variant, study, options)),
    remedies: (variant, study, options) => once(variant, `remedies ${runsOf(study)}`, () => service.remedies(variant, study, options)),
  };
}
