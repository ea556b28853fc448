export { CityMap, type CityMapProps } from './CityMap.tsx';
export { createCityRun, type CityRun } from './cityRun.ts';
export { isMapLayer, MAP_LAYERS, mapScales, type MapLayer, type MapScales } from './layers.ts';
export { samePlace, type PlaceRef } from './places.ts';
export { PlacesTable, type PlacesTableProps } from './PlacesTable.tsx';
