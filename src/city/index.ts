export { createAbstractCity } from './abstract.ts';
export { apportion } from './apportion.ts';
export { buildCityGrid, GRID_RESOLUTION, openCityGrid, type Ferry } from './grid.ts';
export { loadCityPack } from './load.ts';
export { planLabs, type PlannedLab } from './labs.ts';
export { CITY_SCHEMA } from './pack.ts';
export type {
  CityDefault,
  CityPack,
  CityRow,
  CitySource,
  Clinic,
  District,
  Hospital,
  Lab,
  Outline,
  PlaceKind,
  Road,
  RoadClass,
  Setting,
  Station,
  Township,
  TravelTables,
  Village,
  Water,
} from './pack.ts';
export { CityPackError, oneLine, pathText, type Problem } from './problems.ts';
export { cityPackJsonSchema } from './schema.ts';
export { planSites, type PlannedSite, type ServedVillage, type SitePlan } from './sites.ts';
export { ABSTRACT_MINUTES, createCityTravel, type CityTravel } from './travel.ts';
export { packMinutes } from './tables.ts';
