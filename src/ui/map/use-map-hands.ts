import { useCallback, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Playhead } from '../../charts/index.ts';
import type { LngLat } from '../../units/index.ts';
import type { CityRun, PlaceRef } from '../round/index.ts';
import type { MapControls } from './GeographicMap.tsx';
import { townshipUnder, type Ground } from './ground.ts';
import { isGroundLayer, type MapLayer, type MapOverlay } from './layers.ts';
import { labSize } from './paint.ts';
import { courierUnder } from './paintTransport.ts';
import { placeOf, type PlaceCounts, type Viewport } from './places.ts';
import { isArrow, placeNearest, placeTowards, placeUnder } from './roving.ts';

const CLICK_SLACK = 5;
const COURIER_SLACK = 8;

interface Hands {
  readonly element: RefObject<HTMLDivElement | null>;
  readonly controls: RefObject<MapControls | null>;
  readonly viewport: Viewport | null;
  readonly radii: Float32Array;
  readonly ground: Ground | null;
  readonly run: CityRun | null;
  readonly layer: MapLayer;
  readonly overlays: readonly MapOverlay[];
  readonly playhead: Playhead;
  readonly counts: PlaceCounts;
  /** Places with a number: sites, labs, townships. */
  readonly placeCount: number;
  /** Number of the selected place, −1 for none. */
  readonly chosen: number;
  readonly atOf: (place: number) => LngLat;
  readonly onSelect: (place: PlaceRef | null) => void;
}

/** Pointer and keys over the picture: what is pointed at, where the focus is, and what they choose. */
export function useMapHands(hands: Hands) {
  const { element, controls, viewport, radii, ground, run, layer, overlays, playhead, counts, placeCount, chosen, atOf, onSelect } = hands;
  const [lastHovered, setHovered] = useState(-1);
  const [lastFocused, setFocused] = useState(-1);
  const [hasFocus, setHasFocus] = useState(false);
  const pressed = useRef<{ x: number; y: number } | null>(null);
  // A plan with fewer sites may have lost what was selected or pointed at.
  const present = (place: number) => (place < placeCount ? place : -1);
  const [hovered, focused] = [present(lastHovered), present(lastFocused)];
  const firstTownship = counts.sites + counts.labs;

  const point = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = element.current!.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };
  const placeAt = ({ x, y }: { x: number; y: number }): number => {
    if (viewport === null) return -1;
    const place = placeUnder(viewport.xy, radii, counts.sites, labSize(radii) / 2, x, y, CLICK_SLACK);
    if (place >= 0 || !isGroundLayer(layer) || ground === null || viewport.plane === null) return place;
    const township = townshipUnder(ground, viewport.plane, { x, y });
    return township < 0 ? -1 : firstTownship + township;
  };
  const courierAt = ({ x, y }: { x: number; y: number }): number =>
    viewport === null || run === null || !overlays.includes('couriers')
      ? -1
      : courierUnder(run.transport, viewport.xy, playhead.hours, x, y, COURIER_SLACK);
  const select = (place: number) => onSelect(place < 0 ? null : placeOf(place, counts));

  const onPointerUp = (event: PointerEvent) => {
    const start = pressed.current;
    pressed.current = null;
    if (start === null || Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK_SLACK) return;
    const at = point(event);
    const place = placeAt(at);
    const courier = place >= 0 && place < firstTownship ? -1 : courierAt(at);
    setFocused(place);
    if (courier >= 0) onSelect({ kind: 'courier', index: courier });
    else select(place);
  };
  const focusPlace = (place: number) => {
    setFocused(place);
    controls.current?.reveal(atOf(place));
  };
  /** Arrows go among the townships where these are the picture, else among sites and labs. */
  const focusTowards = (key: string) => {
    if (viewport === null) return;
    const onGround = isGroundLayer(layer);
    const [xy, first] = onGround ? [viewport.townships, firstTownship] : [viewport.xy, 0];
    const from = (focused >= 0 ? focused : chosen) - first;
    const isHere = from >= 0 && from < xy.length / 2;
    focusPlace(first + (isHere ? placeTowards(key, xy, from) : placeNearest(xy, viewport.width / 2, viewport.height / 2)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (viewport === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isArrow(event.key)) focusTowards(event.key);
    else if (event.key === 'Home') focusPlace(0);
    else if (event.key === 'End') focusPlace(placeCount - 1);
    else if ((event.key === 'Enter' || event.key === ' ') && focused >= 0) select(focused);
    else if (event.key === 'Escape') select(-1);
    else if (event.key === '+' || event.key === '=') controls.current?.zoomBy(0.5);
    else if (event.key === '-') controls.current?.zoomBy(-0.5);
    else if (event.key === '0') controls.current?.showAll();
    else return;
    event.preventDefault();
  };
  return {
    hovered,
    focused,
    hasFocus,
    onKeyDown,
    onFocus: useCallback(() => setHasFocus(true), []),
    onBlur: useCallback(() => setHasFocus(false), []),
    pointer: {
      onPointerDown: (event: PointerEvent) => {
        pressed.current = event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
      },
      onPointerUp,
      onPointerMove: (event: PointerEvent) => event.pointerType === 'mouse' && setHovered(placeAt(point(event))),
      onPointerLeave: () => setHovered(-1),
    },
  };
}
