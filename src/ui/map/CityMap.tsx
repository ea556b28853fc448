import { useMemo, useRef, type ReactNode } from 'react';
import { BASE_FONT_SIZE, paletteOf, type Playhead, type Theme } from '../../charts/index.ts';
import type { CityPack, Lab, PlannedSite } from '../../city/index.ts';
import type { Text } from '../../text/index.ts';
import { placeNow, type CityRun, type PlaceRef } from '../round/index.ts';
import { GeographicMap, type MapControls } from './GeographicMap.tsx';
import { NO_OVERLAYS, type MapLayer, type MapOverlay, type MapScales } from './layers.ts';
import { Legend } from './Legend.tsx';
import './map.css';
import { MapFurniture } from './MapFurniture.tsx';
import type { MapGroup } from './mapGroup.ts';
import type { OwnLayer, Scene } from './paint.ts';
import { placeNumber, placeOf } from './places.ts';
import { PlaceCanvas } from './PlaceCanvas.tsx';
import { PlaceList } from './PlaceList.tsx';
import { useMapHands } from './use-map-hands.ts';
import { usePicture } from './use-picture.ts';

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
  /** Maps that move with this one. */
  readonly group?: MapGroup;
  /** What the picture is called where several stand side by side. */
  readonly title?: string;
  /** What lies over the layer; nothing by default. */
  readonly overlays?: readonly MapOverlay[];
  readonly onOverlays?: (overlays: readonly MapOverlay[]) => void;
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

/** The city at one instant. Fills its parent; a click, a tap or Enter on a place selects it, Escape or empty ground clears. */
export function CityMap(props: CityMapProps) {
  const { city, sites, run, layer, onLayer, topic, title, scales, selected, onSelect, playhead, clock, cursorHours, text, theme } = props;
  const { labs = city.labs, overlays = NO_OVERLAYS, onOverlays, coveredRight = 0, fontSize = BASE_FONT_SIZE } = props;
  const controls = useRef<MapControls>(null);
  const picture = usePicture({ city, sites, labs, selected, text, fontSize, coveredRight, outsideKey: props.legend === null });
  const { element, width, height, geographic, narrow, covered, inset, ground, viewport, radii, order, counts, titles, names } = picture;

  const number = selected === null ? -1 : placeNumber(selected, counts);
  const chosen = number < titles.length ? number : -1;
  const courier = selected?.kind === 'courier' && run !== null && selected.index < run.transport.courierCount ? selected.index : -1;
  const { atOf, setProjected } = picture;
  const placeCount = titles.length;
  const hands = useMapHands({
    element,
    controls,
    viewport,
    radii,
    ground,
    run,
    layer,
    overlays,
    playhead,
    counts,
    placeCount,
    chosen,
    atOf,
    onSelect,
  });
  const { hovered, focused, hasFocus } = hands;

  // What is selected tells its story elsewhere and needs no hint.
  const pointed = hovered >= 0 ? hovered : hasFocus && focused !== chosen ? focused : -1;
  const frame = useMemo(() => run?.frameAt(cursorHours) ?? null, [run, cursorHours]);
  const wordsOf = (place: PlaceRef) => (topic ? topic.words(place) : placeNow(place, run, frame, text));
  const now = (place: number) => (place < 0 ? '' : wordsOf(placeOf(place, counts)));
  const spoken = focused < 0 ? '' : `${titles[focused]}${text.language === 'zh' ? '：' : ': '}${now(focused)}`;
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
        overlays,
        scales,
        theme,
        hovered,
        courier,
        siteCount: counts.sites,
        labCount: counts.labs,
        palette: paletteOf(theme),
        selected: chosen,
        focused: shownFocus,
      },
    [viewport, radii, order, run, layer, topic, overlays, scales, counts, theme, hovered, chosen, shownFocus, courier],
  );
  const label = title ?? text.t(geographic ? 'map:label' : 'map:label.beads', { city: text.pick(city.name) });
  const ownLegend = (
    <Legend
      {...{ layer, overlays, scales, text, theme, geographic, narrow }}
      {...(onLayer === undefined ? {} : { onLayer })}
      {...(onOverlays === undefined ? {} : { onOverlays })}
      fullLoad={run?.transport.fullLoad ?? null}
      clock={text.format.clock(cursorHours, clock)}
      schematic={city.places.sites === 'schematic'}
      ready={run !== null}
    />
  );
  const legend = props.legend === undefined ? ownLegend : props.legend;
  return (
    <section className={narrow ? 'city-map narrow' : 'city-map'} aria-label={label} style={{ fontSize }}>
      <div ref={element} className={hovered >= 0 ? 'map-picture pointing' : 'map-picture'} {...hands.pointer}>
        {geographic && width > 0 && (
          <GeographicMap
            {...{ city, sites, labs, theme, inset, width, height, controls }}
            servedVillages={picture.served}
            {...(props.group ? { group: props.group } : {})}
            onViewport={setProjected}
          />
        )}
        {scene !== null && <PlaceCanvas {...{ scene, playhead, ground, names, fontSize }} />}
        <PlaceList
          {...{ focused, text }}
          names={titles}
          selected={chosen}
          now={spoken}
          onKeyDown={hands.onKeyDown}
          onFocus={hands.onFocus}
          onBlur={hands.onBlur}
        />
        {viewport !== null && (
          <MapFurniture
            {...{ viewport, text, fontSize, geographic, pointed, controls }}
            coveredRight={covered}
            firstTownship={counts.sites + counts.labs}
            title={titles[pointed] ?? ''}
            now={now(pointed)}
          />
        )}
        {!narrow && legend}
      </div>
      {narrow && legend}
    </section>
  );
}
