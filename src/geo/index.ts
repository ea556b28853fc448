export { kilometresBetween } from './distance.ts';
export { createGraph, shortestMinutes, type Edge, type RoadGraph } from './graph.ts';
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
