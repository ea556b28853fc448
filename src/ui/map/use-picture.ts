import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { BASE_FONT_SIZE } from '../../charts/index.ts';
import type { CityPack, Lab, PlannedSite } from '../../city/index.ts';
import type { Text } from '../../text/index.ts';
import type { LngLat } from '../../units/index.ts';
import { planeOf } from './GeographicMap.tsx';
import { createGround } from './ground.ts';
import { hasGeography, placeTitle, type PlaceRef } from '../round/index.ts';
import { averageRadius, beadNames, beadRadius, beadViewport, paintOrder, placeOf, siteRadii, type Viewport } from './places.ts';

const NARROW = 560;

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

interface PictureParts {
  readonly city: CityPack;
  readonly sites: readonly PlannedSite[];
  readonly labs: readonly Lab[];
  readonly selected: PlaceRef | null;
  readonly text: Text;
  readonly fontSize: number;
  readonly coveredRight: number;
  /** The key stands outside of the picture and takes no room of it. */
  readonly outsideKey: boolean;
}

/** Where everything lies in the picture and what it is called; changes with plan, size and view, not with the hour. */
export function usePicture({ city, sites, labs, selected, text, fontSize, coveredRight, outsideKey }: PictureParts) {
  const { element, width, height } = useSize();
  const geographic = hasGeography(city);
  const narrow = width > 0 && width < NARROW;
  const [projected, setProjected] = useState<Viewport | null>(null);
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
  const counts = useMemo(() => ({ sites: sites.length, labs: labs.length }), [sites, labs]);
  const titles = useMemo(() => {
    const places = sites.length + labs.length + (geographic ? city.townships.length : 0);
    return Array.from({ length: places }, (_, number) => placeTitle(placeOf(number, counts), { city, sites, labs }, text));
  }, [city, sites, labs, counts, geographic, text]);
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
  const atOf = (number: number): LngLat => {
    const { kind, index } = placeOf(number, counts);
    return (kind === 'site' ? sites : kind === 'lab' ? labs : city.townships)[index].at;
  };
  return {
    element,
    width,
    height,
    geographic,
    narrow,
    covered,
    inset,
    ground,
    viewport,
    radii,
    order,
    counts,
    titles,
    names,
    served,
    atOf,
    setProjected,
  };
}
