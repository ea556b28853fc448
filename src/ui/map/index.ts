export { createCityRun, samePlace, type CityRun, type PlaceRef } from '../round/index.ts';
export { CityMap, type CityMapProps, type MapTopic } from './CityMap.tsx';
export { GlyphIcon } from './GlyphIcon.tsx';
export { isMapLayer, MAP_LAYERS, mapScales, overlaysOf, type MapLayer, type MapOverlay, type MapScales } from './layers.ts';
export { Legend } from './Legend.tsx';
export { paintOutline, paintValue } from './marks.ts';
export { PlacesTable, type PlacesTableProps } from './PlacesTable.tsx';
