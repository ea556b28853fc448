import type { Bilingual, LngLat, SourceTag } from '../units/index.ts';

/** How fast people get to a site, kilometres an hour, and who says so. */
export interface Pace {
  readonly id: 'adult' | 'older' | 'wheelchair' | 'cycle';
  readonly kmPerHour: number;
  readonly tag: SourceTag;
  readonly origin: Bilingual;
}

export const PACES: readonly Pace[] = [
  {
    id: 'adult',
    kmPerHour: 4,
    tag: 'official',
    origin: {
      zh: '《城市居住区规划设计标准》GB 50180—2018：步行十五分钟约 1,000 米',
      en: 'Chinese standard GB 50180—2018 for residential areas: a fifteen-minute walk is about 1,000 m',
    },
  },
  {
    id: 'older',
    kmPerHour: 3,
    tag: 'paper',
    origin: {
      zh: 'Asher 等 2012（英格兰 65 岁以上）：男性每秒 0.9 米、女性 0.8 米',
      en: 'Asher et al. 2012 (England, 65 and over): 0.9 m a second for men, 0.8 m for women',
    },
  },
  {
    id: 'wheelchair',
    kmPerHour: 2.5,
    tag: 'assumed',
    origin: { zh: '本项目假定：轮椅、拄拐或带幼儿，含歇脚', en: 'assumed by this project: wheelchair, stick or small child, with rests' },
  },
  {
    id: 'cycle',
    kmPerHour: 12,
    tag: 'assumed',
    origin: { zh: '本项目假定：自行车或电动自行车，含停放', en: 'assumed by this project: bicycle or electric bicycle, with parking' },
  },
];

export const paceOf = (id: string): Pace => PACES.find((pace) => pace.id === id) ?? PACES[0];

const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Kilometres of way on foot between two points: the straight line with a detour, and never less than the shortest walk. */
export function walkKilometres(a: LngLat, b: LngLat, rules: { readonly walkDetour: number; readonly shortestWalkKm: number }): number {
  const east = (b[0] - a[0]) * RADIANS * Math.cos(((a[1] + b[1]) / 2) * RADIANS);
  const north = (b[1] - a[1]) * RADIANS;
  return Math.max(rules.shortestWalkKm, Math.hypot(east, north) * EARTH_KM * rules.walkDetour);
}

export const walkMinutes = (km: number, pace: Pace): number => (km / pace.kmPerHour) * 60;
