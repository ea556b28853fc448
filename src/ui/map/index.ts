export { CityMap, type CityMapProps } from './CityMap.tsx';
export { MAP_LAYERS, mapScales, type MapLayer, type MapScales } from './layers.ts';
export { samePlace, type PlaceRef } from './places.ts';
export { PlacesTable, type PlacesTableProps } from './PlacesTable.tsx';
