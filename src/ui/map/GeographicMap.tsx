import 'leaflet/dist/leaflet.css';
import { CRS, latLng, latLngBounds, point, type LatLngBounds, type Map as LeafletMap } from 'leaflet';
import { memo, useCallback, useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { GeoJSON, MapContainer, useMap, useMapEvents } from 'react-leaflet';
import type { FeatureCollection, Geometry, Polygon, Position } from 'geojson';
import { paletteOf, type Theme } from '../../charts/index.ts';
import type { CityPack, Lab, PlannedSite } from '../../city/index.ts';
import type { LngLat } from '../../units/index.ts';
import type { MapGroup } from './mapGroup.ts';
import type { Viewport } from './places.ts';

/** Plane of the outlines: the web's Mercator at zoom 0, from the first township's point on, so that small numbers stay exact. */
export const planeOf = (city: CityPack) => {
  const origin = CRS.EPSG3857.latLngToPoint(latLng(city.townships[0]?.at[1] ?? 0, city.townships[0]?.at[0] ?? 0), 0);
  return ([lng, lat]: Position) => CRS.EPSG3857.latLngToPoint(latLng(lat, lng), 0).subtract(origin);
};

/** The other way: the longitude and latitude of a point of the plane. */
export const pointOfPlane = (city: CityPack) => {
  const origin = CRS.EPSG3857.latLngToPoint(latLng(city.townships[0]?.at[1] ?? 0, city.townships[0]?.at[0] ?? 0), 0);
  return (at: { readonly x: number; readonly y: number }): LngLat => {
    const { lng, lat } = CRS.EPSG3857.pointToLatLng(point(at.x, at.y).add(origin), 0);
    return [lng, lat];
  };
};

/** What buttons and keys may do with the picture. */
export interface MapControls {
  zoomBy(steps: number): void;
  showAll(): void;
  /** Moves a place into view if it lies outside. */
  reveal(at: LngLat): void;
}

export interface Inset {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface GeographicMapProps {
  readonly city: CityPack;
  readonly sites: readonly PlannedSite[];
  readonly labs: readonly Lab[];
  readonly servedVillages: readonly LngLat[];
  readonly theme: Theme;
  /** Room that panels take from the picture, in pixels. */
  readonly inset: Inset;
  readonly width: number;
  readonly height: number;
  readonly onViewport: (viewport: Viewport) => void;
  readonly controls: Ref<MapControls>;
  /** Maps that move with this one. */
  readonly group?: MapGroup;
}

const collection = (geometries: readonly Geometry[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
});

/** Bounds of everything that is drawn: the districts, or the places where a pack has no outlines. */
export function cityBounds(city: CityPack, sites: readonly PlannedSite[]): LatLngBounds {
  const rings = city.districts.flatMap(({ outline }) => (outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()));
  const points = rings.length > 0 ? rings.flat() : sites.map((site) => site.at);
  return latLngBounds(points.map((position) => latLng(position[1], position[0])));
}

const flat = (map: LeafletMap, points: readonly LngLat[]): Float32Array => {
  const xy = new Float32Array(2 * points.length);
  points.forEach((at, index) => {
    const pixel = map.latLngToContainerPoint([at[1], at[0]]);
    xy[2 * index] = pixel.x;
    xy[2 * index + 1] = pixel.y;
  });
  return xy;
};

/** Without rounding, in step with Leaflet's own outlines. */
function planeView(map: LeafletMap, city: CityPack): Viewport['plane'] {
  if (city.townships.length === 0) return null;
  const at = city.townships[0].at;
  const { x, y } = map.layerPointToContainerPoint(map.project([at[1], at[0]]).subtract(map.getPixelOrigin()));
  return { scale: 2 ** map.getZoom(), x, y };
}

const WORLD = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

/** Everything but the city: covers water that runs on beyond it, of which the pack holds only a cut piece. */
function beyondOf(city: CityPack): Polygon {
  const outer = city.districts.flatMap(({ outline }) =>
    outline.type === 'Polygon' ? [outline.coordinates[0]] : outline.coordinates.map((rings) => rings[0]),
  );
  return { type: 'Polygon', coordinates: [WORLD, ...outer] };
}

function Background({ city, theme }: { city: CityPack; theme: Theme }) {
  const palette = paletteOf(theme);
  const layers = useMemo(
    () => ({
      districts: collection(city.districts.map((district) => district.outline)),
      townships: collection(city.townships.map((township) => township.outline)),
      water: collection(city.water.map((water) => water.outline)),
      outside: collection([beyondOf(city)]),
    }),
    [city],
  );
  // Leaflet keeps the style of a layer's birth, so a new theme makes new layers.
  return (
    <>
      <GeoJSON
        key={`land ${theme} ${city.id}`}
        data={layers.districts}
        interactive={false}
        style={{ stroke: false, fillColor: palette.land, fillOpacity: 1 }}
      />
      <GeoJSON
        key={`water ${theme} ${city.id}`}
        data={layers.water}
        interactive={false}
        style={{ stroke: false, fillColor: palette.water, fillOpacity: 1 }}
      />
      <GeoJSON
        key={`outside ${theme} ${city.id}`}
        data={layers.outside}
        interactive={false}
        style={{ stroke: false, fillColor: palette.panel, fillOpacity: 1 }}
      />
      <GeoJSON
        key={`townships ${theme} ${city.id}`}
        data={layers.townships}
        interactive={false}
        style={{ fill: false, color: palette.line, weight: 0.8, opacity: 0.75, dashArray: '2 4' }}
      />
      <GeoJSON
        key={`districts ${theme} ${city.id}`}
        data={layers.districts}
        interactive={false}
        style={{ fill: false, color: palette.line, weight: 1.6, opacity: 1 }}
      />
    </>
  );
}

function Projection({
  city,
  sites,
  labs,
  servedVillages,
  inset,
  width,
  height,
  onViewport,
  controls,
  group,
}: Omit<GeographicMapProps, 'theme'>) {
  const map = useMap();
  const bounds = useMemo(() => cityBounds(city, sites), [city, sites]);
  const touched = useRef(false);
  const wholeZoom = useRef(map.getZoom());

  const report = useCallback(() => {
    const size = map.getSize();
    const middle = map.getCenter();
    const east = latLng(middle.lat, middle.lng + 0.01);
    const pixels = map.latLngToContainerPoint(east).x - map.latLngToContainerPoint(middle).x;
    onViewport({
      width: size.x,
      height: size.y,
      xy: flat(map, [...sites.map((site) => site.at), ...labs.map((lab) => lab.at)]),
      magnification: 2 ** (map.getZoom() - wholeZoom.current),
      pixelsPerKilometre: (pixels / map.distance(middle, east)) * 1000,
      townships: flat(
        map,
        city.townships.map((township) => township.at),
      ),
      served: flat(map, servedVillages),
      plane: planeView(map, city),
    });
  }, [map, sites, labs, city, servedVillages, onViewport]);

  const showAll = useCallback(() => {
    const padding = { paddingTopLeft: point(inset.left, inset.top), paddingBottomRight: point(inset.right, inset.bottom) };
    const zoom = map.getBoundsZoom(bounds, false, point(inset.left + inset.right, inset.top + inset.bottom));
    wholeZoom.current = zoom;
    map.setMinZoom(zoom - 1);
    map.fitBounds(bounds, { ...padding, animate: false });
    touched.current = false;
  }, [map, bounds, inset]);

  useEffect(() => {
    map.invalidateSize({ animate: false, pan: false });
    if (!touched.current) showAll();
    report();
  }, [map, width, height, showAll, report]);

  useEffect(() => group?.join(map), [group, map]);

  // In step with the background, which Leaflet has moved already: a frame later would look like trembling.
  const follow = () => flushSync(report);
  useMapEvents({ move: follow, zoom: follow, dragstart: () => (touched.current = true) });

  useImperativeHandle(
    controls,
    () => ({
      zoomBy: (steps) => {
        touched.current = true;
        map.setZoom(map.getZoom() + steps, { animate: false });
      },
      showAll,
      reveal: (at) => {
        map.panInside([at[1], at[0]], { padding: [48, 48], animate: false });
      },
    }),
    [map, showAll],
  );

  useEffect(() => {
    const element = map.getContainer();
    const onWheel = () => (touched.current = true);
    element.addEventListener('wheel', onWheel, { passive: true });
    return () => element.removeEventListener('wheel', onWheel);
  }, [map]);
  return null;
}

/** Leaflet with the city's own outlines: moves, zooms and projects; places are painted above it. Untouched by a moving cursor. */
export const GeographicMap = memo(function GeographicMap(props: GeographicMapProps) {
  const { city, sites, theme } = props;
  const start = useMemo(() => cityBounds(city, sites), [city, sites]);
  const touch = typeof window !== 'undefined' && window.matchMedia('(pointer: coarse)').matches;
  return (
    <MapContainer
      className="map-leaflet"
      bounds={start}
      attributionControl={false}
      zoomControl={false}
      keyboard={false}
      zoomAnimation={false}
      fadeAnimation={false}
      zoomSnap={0}
      wheelPxPerZoomLevel={160}
      dragging={!touch}
      maxZoom={16}
    >
      <Background city={city} theme={theme} />
      <Projection {...props} />
    </MapContainer>
  );
});
