import { useMemo, useState, type ReactElement } from 'react';
import { boxOf } from '../flat-map.ts';
import { PlaceMap, type Spot } from '../map/PlaceMap.tsx';
import { useCityMap } from '../map/use-city-map.ts';
import { usePage } from '../page-context.tsx';
import { livedIn, townshipsByDistrict } from './rows.ts';

/** The city, then one township: tap, or arrows and Enter. */
export function VillageMap({ onChoose }: { onChoose: (village: number) => void }): ReactElement {
  const { published, text } = usePage();
  const { t, pick } = text;
  const { map, outlines } = useCityMap(published);
  const [township, setTownship] = useState(-1);
  const townships = useMemo(
    () =>
      townshipsByDistrict(published)
        .flatMap((group) => group.townships)
        .sort((a, b) => published.townships[b].residents - published.townships[a].residents)
        .map((row): Spot => {
          const name = pick(published.townships[row].name);
          return { row, at: map.point(published.townships[row].at), name, label: name, d: outlines[row] };
        }),
    [published, pick, map, outlines],
  );
  const villages = useMemo(
    () =>
      (township < 0 ? [] : livedIn(published, township))
        .sort((a, b) => published.villages[b].residents - published.villages[a].residents)
        .map((row): Spot => {
          const name = pick(published.villages[row].name);
          return { row, at: map.point(published.villages[row].at), name, label: name };
        }),
    [published, pick, map, township],
  );
  const [ground, label] =
    township < 0
      ? [[], t('residents:choose.mapTownships')]
      : [outlines, t('residents:choose.mapVillages', { township: pick(published.townships[township].name) })];
  return (
    <div>
      <p className="hint">{t('residents:choose.mapHint')}</p>
      {township >= 0 && (
        <button type="button" className="button quiet" onClick={() => setTownship(-1)}>
          ← {t('residents:choose.back')}
        </button>
      )}
      <PlaceMap
        key={township}
        label={label}
        box={township < 0 ? map.box : boxOf([...villages.map(({ at }) => at), map.point(published.townships[township].at)], 0.15)}
        ground={ground}
        spots={township < 0 ? townships : villages}
        onChoose={township < 0 ? setTownship : onChoose}
      />
      <p className="hint">{t('residents:choose.schematic')}</p>
    </div>
  );
}
