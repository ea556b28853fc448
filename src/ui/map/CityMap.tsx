import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { BASE_FONT_SIZE, paletteOf, type Playhead, type Theme } from '../../charts/index.ts';
import type { CityPack, Lab, PlannedSite } from '../../city/index.ts';
import type { Text } from '../../text/index.ts';
import type { CityRun } from './cityRun.ts';
import { GeographicMap, planeOf, type MapControls } from './GeographicMap.tsx';
import { createGround } from './ground.ts';
import type { MapLayer, MapScales } from './layers.ts';
import { Legend } from './Legend.tsx';
import './map.css';
import { MapFurniture } from './MapFurniture.tsx';
import { labSize, type OwnLayer, type Scene } from './paint.ts';
import { placeNow, placeTitle } from './placeWords.ts';
import {
  averageRadius,
  beadNames,
  beadRadius,
  beadViewport,
  hasGeography,
  paintOrder,
  placeNumber,
  placeOf,
  siteRadii,
  type PlaceRef,
  type Viewport,
} from './places.ts';
import { PlaceCanvas } from './PlaceCanvas.tsx';
import { PlaceList } from './PlaceList.tsx';
import { isArrow, placeNearest, placeTowards, placeUnder } from './roving.ts';

/** Something else than the city's layers: what is painted, what is said of a place, and the key to it. */
export interface MapTopic extends OwnLayer {
  /** What a pointed or focused place says. */
  readonly words: (place: PlaceRef) => string;
}

export interface CityMapProps {
  readonly city: CityPack;
  readonly sites: readonly PlannedSite[];
  /** Labs in the order of the run's columns; the city's own by default. */
  readonly labs?: readonly Lab[];
  /** null until a typical run is there. */
  readonly run: CityRun | null;
  readonly layer: MapLayer;
  readonly onLayer?: (layer: MapLayer) => void;
  /** In the place of the layers. Has to be the same object while nothing of it changes. */
  readonly topic?: MapTopic;
  /** The key; the layers' own by default, null where it stands outside of the map. */
  readonly legend?: ReactNode;
  /** What the picture is called where several stand side by side. */
  readonly title?: string;
  /** Where the colours end, see mapScales. */
  readonly scales: MapScales;
  readonly selected: PlaceRef | null;
  readonly onSelect: (place: PlaceRef | null) => void;
  /** The hour that is painted, frame by frame. */
  readonly playhead: Playhead;
  /** Local time of the order and hours after it that the words name. */
  readonly clock: string;
  readonly cursorHours: number;
  readonly text: Text;
  readonly theme: Theme;
  /** Pixels at the right end that something of the page covers; the city is shown beside it. */
  readonly coveredRight?: number;
  /** Pixels; 14 at a root of 16. */
  readonly fontSize?: number;
}

const NARROW = 560;
const CLICK_SLACK = 5;

/** The size of an element, followed. */
function useSize() {
  const element = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) =>
      setSize({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) }),
    );
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return { element, ...size };
}

/** The city at one instant. Fills its parent; a click, a tap or Enter on a place selects it, Escape or empty ground clears. */
export function CityMap(props: CityMapProps) {
  const {
    city,
    sites,
    labs = city.labs,
    run,
    layer,
    onLayer,
    topic,
    title,
    scales,
    selected,
    onSelect,
    playhead,
    clock,
    cursorHours,
    text,
    theme,
    coveredRight = 0,
    fontSize = BASE_FONT_SIZE,
  } = props;
  const { element, width, height } = useSize();
  const geographic = hasGeography(city);
  const narrow = width > 0 && width < NARROW;
  const [projected, setProjected] = useState<Viewport | null>(null);
  const [lastHovered, setHovered] = useState(-1);
  const [lastFocused, setFocused] = useState(-1);
  // A plan with fewer sites may have lost what was selected or pointed at.
  const present = (place: number) => (place < sites.length + labs.length ? place : -1);
  const [hovered, focused] = [present(lastHovered), present(lastFocused)];
  const [hasFocus, setHasFocus] = useState(false);
  const controls = useRef<MapControls>(null);
  const pressed = useRef<{ x: number; y: number } | null>(null);

  const outsideKey = props.legend === null;
  const covered = narrow ? 0 : Math.min(coveredRight, Math.max(0, width - fontSize * 36));
  const inset = useMemo(
    () =>
      narrow || outsideKey
        ? { left: 14, right: 14, top: 14, bottom: 30 }
        : { left: Math.round(fontSize * 17.5), right: Math.round(fontSize * 4) + covered, top: 18, bottom: 30 },
    [narrow, outsideKey, fontSize, covered],
  );
  const ground = useMemo(() => (geographic ? createGround(city, planeOf(city)) : null), [geographic, city]);
  const beads = useMemo(
    () => (geographic || width === 0 ? null : beadViewport(sites, labs, width, height, inset)),
    [geographic, sites, labs, width, height, inset],
  );
  const viewport = geographic ? projected : beads;
  const magnification = viewport?.magnification ?? 1;
  const average =
    beads === null
      ? averageRadius(width, height) * Math.sqrt(fontSize / BASE_FONT_SIZE) * Math.max(1, magnification) ** 0.45
      : beadRadius(beads, sites.length);
  const radii = useMemo(() => siteRadii(sites, average), [sites, average]);
  const order = useMemo(() => paintOrder(sites), [sites]);
  const titles = useMemo(
    () => [
      ...sites.map((_, index) => placeTitle({ kind: 'site', index }, sites, labs, text)),
      ...labs.map((_, index) => placeTitle({ kind: 'lab', index }, sites, labs, text)),
    ],
    [sites, labs, text],
  );
  const names = useMemo(
    () =>
      geographic
        ? city.townships.map((township) => ({ words: text.pick(township.name), weight: township.residents }))
        : beadNames(sites.length, labs.length, beads, text.t('map:table.labs')),
    [geographic, city, text, sites.length, labs.length, beads],
  );
  const served = useMemo(() => {
    if (selected?.kind !== 'site' || sites[selected.index] === undefined) return [];
    const at = new Map(city.villages.map((village) => [village.id, village.at]));
    return sites[selected.index].serves.map(({ villageId }) => at.get(villageId)).filter((point) => point !== undefined);
  }, [selected, sites, city]);

  const gone = selected === null || selected.index >= (selected.kind === 'site' ? sites : labs).length;
  const chosen = gone ? -1 : placeNumber(selected, sites.length);
  const select = (place: number) => onSelect(place < 0 ? null : placeOf(place, sites.length));
  const placeAt = (event: { clientX: number; clientY: number }): number => {
    if (viewport === null) return -1;
    const box = element.current!.getBoundingClientRect();
    return placeUnder(viewport.xy, radii, sites.length, labSize(radii) / 2, event.clientX - box.left, event.clientY - box.top, CLICK_SLACK);
  };
  const onPointerUp = (event: PointerEvent) => {
    const start = pressed.current;
    pressed.current = null;
    if (start === null || Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK_SLACK) return;
    const place = placeAt(event);
    setFocused(place);
    select(place);
  };
  const focusPlace = (place: number) => {
    setFocused(place);
    const target = placeOf(place, sites.length);
    controls.current?.reveal(target.kind === 'site' ? sites[target.index].at : labs[target.index].at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (viewport === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const start = focused >= 0 ? focused : chosen;
    if (isArrow(event.key))
      focusPlace(
        start >= 0 ? placeTowards(event.key, viewport.xy, start) : placeNearest(viewport.xy, viewport.width / 2, viewport.height / 2),
      );
    else if (event.key === 'Home') focusPlace(0);
    else if (event.key === 'End') focusPlace(titles.length - 1);
    else if ((event.key === 'Enter' || event.key === ' ') && focused >= 0) select(focused);
    else if (event.key === 'Escape') select(-1);
    else if (event.key === '+' || event.key === '=') controls.current?.zoomBy(0.5);
    else if (event.key === '-') controls.current?.zoomBy(-0.5);
    else if (event.key === '0') controls.current?.showAll();
    else return;
    event.preventDefault();
  };
  const onFocus = useCallback(() => setHasFocus(true), []);
  const onBlur = useCallback(() => setHasFocus(false), []);

  // What is selected tells its story elsewhere and needs no hint.
  const pointed = hovered >= 0 ? hovered : hasFocus && focused !== chosen ? focused : -1;
  const frame = useMemo(() => run?.frameAt(cursorHours) ?? null, [run, cursorHours]);
  const wordsOf = (place: number) => {
    const ref = placeOf(place, sites.length);
    return topic ? topic.words(ref) : placeNow(ref, frame, text);
  };
  const now = (place: number) =>
    place < 0 || place >= titles.length ? '' : `${titles[place]}${text.language === 'zh' ? '：' : ': '}${wordsOf(place)}`;
  const siteCount = sites.length;
  const labCount = labs.length;
  const shownFocus = hasFocus ? focused : -1;
  const scene = useMemo<Scene | null>(
    () =>
      viewport && {
        viewport,
        radii,
        order,
        run,
        layer,
        own: topic ?? null,
        scales,
        siteCount,
        labCount,
        theme,
        hovered,
        palette: paletteOf(theme),
        selected: chosen,
        focused: shownFocus,
      },
    [viewport, radii, order, run, layer, topic, scales, siteCount, labCount, theme, hovered, chosen, shownFocus],
  );
  const label = title ?? text.t(geographic ? 'map:label' : 'map:label.beads', { city: text.pick(city.name) });
  const legend =
    props.legend !== undefined ? (
      props.legend
    ) : (
      <Legend
        {...{ layer, scales, text, theme, geographic }}
        {...(onLayer === undefined ? {} : { onLayer })}
        clock={text.format.clock(cursorHours, clock)}
        schematic={city.places.sites === 'schematic'}
        ready={run !== null}
        narrow={narrow}
      />
    );
  return (
    <section className={narrow ? 'city-map narrow' : 'city-map'} aria-label={label} style={{ fontSize }}>
      <div
        ref={element}
        className={hovered >= 0 ? 'map-picture pointing' : 'map-picture'}
        onPointerDown={(event) => (pressed.current = event.button === 0 ? { x: event.clientX, y: event.clientY } : null)}
        onPointerUp={onPointerUp}
        onPointerMove={(event) => event.pointerType === 'mouse' && setHovered(placeAt(event))}
        onPointerLeave={() => setHovered(-1)}
      >
        {geographic && width > 0 && (
          <GeographicMap
            {...{ city, sites, labs, theme, inset, width, height, controls }}
            servedVillages={served}
            onViewport={setProjected}
          />
        )}
        {scene !== null && <PlaceCanvas {...{ scene, playhead, ground, names, fontSize }} />}
        <PlaceList {...{ focused, text, onKeyDown, onFocus, onBlur }} names={titles} selected={chosen} now={now(focused)} />
        {viewport !== null && (
          <MapFurniture
            coveredRight={covered}
            {...{ viewport, text, fontSize, geographic }}
            controls={controls}
            pointed={pointed}
            title={titles[pointed] ?? ''}
            now={pointed < 0 ? '' : wordsOf(pointed)}
          />
        )}
        {!narrow && legend}
      </div>
      {narrow && legend}
    </section>
  );
}
