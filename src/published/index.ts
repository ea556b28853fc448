export {
  bestChoices,
  DAY_PARTS,
  firstDay,
  LONGEST_WALK,
  partOf,
  partsOfDay,
  reachableSites,
  type Asking,
  type Choice,
  type DayPart,
  type PartForecast,
} from './choices.ts';
export {
  COVERAGE_MEASURES,
  FAR_MINUTES,
  townshipCoverage,
  villageKm,
  villageMinutes,
  type CoverageMeasure,
  type TownshipCoverage,
} from './coverage.ts';
export { crowdingOf, type Crowding } from './crowding.ts';
export { packGrid, STEP_MINUTES, unpackGrid, type WaitGrids } from './grids.ts';
export { hourWait, orderMinutes, roundDays, servedAt, SURE_OPEN, type HourWait } from './hours.ts';
export { BEYOND, CLOSED, levelOf, minutesOf } from './levels.ts';
export { paceOf, PACES, walkKilometres, walkMinutes, type Pace } from './pace.ts';
export { PublishedError, readPublished, type PublishedFault } from './read.ts';
export { MOST_FOUND, nearestVillage, searchVillages } from './search.ts';
export {
  isSample,
  MOST,
  PUBLISHED_SCHEMA,
  type CoverageRules,
  type PlaceQuality,
  type Published,
  type PublishedCoverage,
  type PublishedPlace,
  type PublishedPlaces,
  type PublishedSite,
  type PublishedSource,
  type PublishedTownship,
  type PublishedVillage,
  type RoundForecast,
  type WaitThresholds,
} from './shape.ts';
