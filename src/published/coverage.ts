import { walkMinutes, type Pace } from './pace.ts';
import type { Published } from './shape.ts';

/** What a coverage map may show. */
export const COVERAGE_MEASURES = ['site', 'clinic', 'hospital', 'ambulance'] as const;
export type CoverageMeasure = (typeof COVERAGE_MEASURES)[number];

/** Minutes from which a township or village counts as badly served, by measure: walks and drives that are long, the norm for ambulances. */
export const FAR_MINUTES: Readonly<Record<CoverageMeasure, number>> = { site: 30, clinic: 30, hospital: 45, ambulance: 30 };

/** Minutes of one village; NaN where the city has no such place. */
export function villageMinutes(published: Published, measure: CoverageMeasure, village: number, pace: Pace): number {
  const { coverage } = published;
  if (measure === 'site') return walkMinutes(coverage.siteWalkKm[village], pace);
  const column = { clinic: coverage.clinicMinutes, hospital: coverage.hospitalMinutes, ambulance: coverage.ambulanceMinutes }[measure];
  return column[village] ?? NaN;
}

/** Kilometres of way of one village; NaN where the city has no such place, and for ambulances, which need not start at their station. */
export function villageKm(published: Published, measure: CoverageMeasure, village: number): number {
  const { siteWalkKm, clinicKm, hospitalKm } = published.coverage;
  const column = { site: siteWalkKm, clinic: clinicKm, hospital: hospitalKm, ambulance: null }[measure];
  return column?.[village] ?? NaN;
}

export interface TownshipCoverage {
  readonly township: number;
  readonly residents: number;
  /** Mean over residents, and the worst village; NaN and −1 where nobody lives. */
  readonly mean: number;
  /** Kilometres of way, mean over residents; NaN for ambulances. */
  readonly meanKm: number;
  readonly worst: number;
  readonly worstVillage: number;
  /** People of villages beyond FAR_MINUTES. */
  readonly far: number;
}

/** Every township that people live in, worst served first. */
export function townshipCoverage(published: Published, measure: CoverageMeasure, pace: Pace): TownshipCoverage[] {
  const rows = published.townships.map((_, township) => {
    let [residents, sum, sumKm, worst, worstVillage, far] = [0, 0, 0, -Infinity, -1, 0];
    published.villages.forEach((village, v) => {
      if (village.township !== township || village.residents === 0) return;
      const minutes = villageMinutes(published, measure, v, pace);
      residents += village.residents;
      sum += village.residents * minutes;
      sumKm += village.residents * villageKm(published, measure, v);
      if (minutes > FAR_MINUTES[measure]) far += village.residents;
      if (minutes > worst) [worst, worstVillage] = [minutes, v];
    });
    return { township, residents, mean: sum / residents, meanKm: sumKm / residents, worst, worstVillage, far };
  });
  return rows
    .filter(({ residents, mean }) => residents > 0 && !Number.isNaN(mean))
    .sort((a, b) => b.mean - a.mean || a.township - b.township);
}
