import type { Map as LeafletMap } from 'leaflet';

/** Maps of one city that always show the same part of it. */
export interface MapGroup {
  /** The answer takes the map out again. */
  join(map: LeafletMap): () => void;
}

export function createMapGroup(): MapGroup {
  const maps = new Set<LeafletMap>();
  let isLed = false;
  return {
    join(map) {
      const lead = (): void => {
        if (isLed) return;
        isLed = true;
        for (const other of maps) if (other !== map) other.setView(map.getCenter(), map.getZoom(), { animate: false });
        isLed = false;
      };
      maps.add(map);
      map.on('move', lead);
      return () => {
        map.off('move', lead);
        maps.delete(map);
      };
    },
  };
}
