export { CityMap, type CityMapProps, type MapTopic } from './CityMap.tsx';
export { createCityRun, type CityRun } from './cityRun.ts';
export { Legend } from './Legend.tsx';
export { isMapLayer, MAP_LAYERS, mapScales, type MapLayer, type MapScales } from './layers.ts';
export { samePlace, type PlaceRef } from './places.ts';
export { PlacesTable, type PlacesTableProps } from './PlacesTable.tsx';
export { paintOutline, paintValue } from './marks.ts';
export { GlyphIcon } from './GlyphIcon.tsx';
