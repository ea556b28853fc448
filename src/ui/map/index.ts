export { createCityRun, samePlace, type CityRun, type PlaceRef } from '../round/index.ts';
export { CityMap, type CityMapProps, type MapTopic } from './CityMap.tsx';
export { GlyphIcon } from './GlyphIcon.tsx';
export { LayerKey } from './LayerKey.tsx';
export {
  isMapLayer,
  layerName,
  layersOf,
  MAP_LAYERS,
  mapScales,
  overlaysOf,
  type MapLayer,
  type MapOverlay,
  type MapScales,
} from './layers.ts';
export { paintOutline, paintValue } from './marks.ts';
export { PlacesTable, type PlacesTableProps } from './PlacesTable.tsx';
