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
export { createMapGroup, type MapGroup } from './mapGroup.ts';
export { paintOutline, paintValue } from './marks.ts';
export { PlacesTable, type PlacesTableProps } from './PlacesTable.tsx';
export { GeographicMap, planeOf, pointOfPlane, type Inset, type MapControls } from './GeographicMap.tsx';
export { preparedContext } from './GlyphIcon.tsx';
export { createGround, paintGround, type Ground, type PlaneView } from './ground.ts';
export { MapFurniture } from './MapFurniture.tsx';
export type { Viewport } from './places.ts';
