export { ENHANCED_STEPS, floatingCatchment, limitedCatchments, type CatchmentStep, type LimitedCatchments } from './catchments.ts';
export {
  compareCoverage,
  nearestOf,
  standardOf,
  summariseCoverage,
  type Coverage,
  type CoverageChange,
  type CoverageFigures,
  type Nearest,
  type Standard,
} from './coverage.ts';
export { kilometresBetween } from './distance.ts';
export {
  createDrive,
  DRIVING,
  minutesFrom,
  speedsAt,
  travelMinutes,
  WALKING,
  type Drive,
  type Origin,
  type RoadConditions,
  type Speeds,
} from './drive.ts';
export { metresBetween, type FlatMetric } from './flatMetric.ts';
export { createGraph, shortestMinutes, type Edge, type RoadGraph } from './graph.ts';
export { buildRoadGrid, type GridArea, type GridFerry, type GridGround, type GridPlace, type GridRoad } from './gridBuild.ts';
export { formatGrid, GRID_SCHEMA, readGrid, type GridFile } from './gridFile.ts';
export { cellIds, isochroneCells, outlineOfCells } from './isochrones.ts';
export {
  accessMetres,
  cellMiddle,
  createRoadGrid,
  DETOUR,
  nearestCell,
  WAY,
  type GridCells,
  type RoadGrid,
  type Way,
  type WayKind,
} from './roadGrid.ts';
export {
  createRoadGraph,
  localMinutes,
  placeTravelMinutes,
  TRAVEL_RULES,
  type Centre,
  type Link,
  type Place,
  type RoadNetwork,
  type TravelRules,
} from './travelTimes.ts';
