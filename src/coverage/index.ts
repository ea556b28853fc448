export { ADDITION_AIMS, bestAdditions, candidatesOf, tryAdditions, type Addition, type AdditionAim, type Candidate } from './additions.ts';
export { reachCurve } from './curve.ts';
export { placeNear, type NearPlace } from './places.ts';
export { createReach, LIMITS, reachOfVillages, type Reach, type StationReach, type VillageReach } from './reach.ts';
export { leadOf, rulesOf, type CoverageRules } from './rules.ts';
export { reachOfServices, SERVICES, type Service, type ServiceReach } from './services.ts';
export { siteStations, type CitySiting, type CitySitingOptions } from './siting.ts';
export {
  isUnedited,
  NO_EDITS,
  planStations,
  VEHICLES_OF_ADDED,
  type AddedStation,
  type PlannedStation,
  type StationEdits,
} from './stations.ts';
