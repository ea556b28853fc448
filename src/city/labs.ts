import { apportion } from './apportion.ts';
import { allocateSites, populatedTownships } from './layout.ts';
import { MOST_LABS } from './limits.ts';
import type { CityPack, Lab } from './pack.ts';

export interface PlannedLab extends Lab {
  /** Fixed stream key, an unsigned 32-bit number below any site's. */
  readonly key: number;
}

/**
 * The city's labs when it has `count` of them and `tubesPerDay` in all: the pack's own first; more stand in the townships with most
 * residents per added lab (modelled). Capacity is split by the pack's shares, an added lab counting as the pack's mean; whole tubes,
 * exact sum. Throws RangeError unless 1 ≤ count ≤ 500.
 */
export function planLabs(city: CityPack, plan: { readonly count: number; readonly tubesPerDay: number }): PlannedLab[] {
  if (!Number.isInteger(plan.count) || plan.count < 1 || plan.count > MOST_LABS) {
    throw new RangeError(`planLabs: count must be a whole number from 1 to ${MOST_LABS}, not ${plan.count}`);
  }
  const own = city.labs.slice(0, plan.count);
  const meanWeight = own.length > 0 ? own.reduce((sum, lab) => sum + lab.tubesPerDay, 0) / own.length : 1;
  const labs = [...own, ...addedLabs(city, plan.count - own.length, meanWeight)];
  const tubes = apportion(
    labs.map((lab) => Math.max(lab.tubesPerDay, 0)),
    Math.round(plan.tubesPerDay),
  );
  return labs.map((lab, i) => ({ ...lab, tubesPerDay: tubes[i], key: i + 1 }));
}

function addedLabs(city: CityPack, count: number, weight: number): Lab[] {
  if (count <= 0) return [];
  const layout = populatedTownships(city);
  const given = allocateSites(
    layout.map(({ township }) => township.residents),
    layout.length + count,
  );
  const townships = layout.flatMap(({ township, villages }, i) =>
    Array.from({ length: given[i] - 1 }, () => ({ township, village: city.villages[villages[0]] })),
  );
  return townships.map(({ township, village }, i) => {
    const number = city.labs.length + i + 1;
    const name =
      city.travel === null
        ? { zh: `检测实验室${number}`, en: `Lab ${number}` }
        : { zh: `${township.name.zh}·新增实验室${number}`, en: `${township.name.en} · added lab ${number}` };
    return { id: `lab-${number}`, name, at: village.at, villageId: village.id, tubesPerDay: weight, source: township.source };
  });
}
