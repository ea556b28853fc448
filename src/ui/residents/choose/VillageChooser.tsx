import { useState, type ReactElement } from 'react';
import { usePage } from '../page-context.tsx';
import { Segments } from '../shell/Segments.tsx';
import { VillageList } from './VillageList.tsx';
import { VillageMap } from './VillageMap.tsx';
import { VillageSearch } from './VillageSearch.tsx';

const WAYS = ['typing', 'list', 'map'] as const;
type Way = (typeof WAYS)[number];
const NAMES = { typing: 'residents:choose.typing', list: 'residents:choose.list', map: 'residents:choose.map' } as const;
const PARTS = { typing: VillageSearch, list: VillageList, map: VillageMap } as const;

/** Three ways to say where somebody lives; each of them reaches every village. */
export function VillageChooser(): ReactElement {
  const { text, ask } = usePage();
  const [way, setWay] = useState<Way>('typing');
  const Part = PARTS[way];
  return (
    <section className="card" aria-labelledby="choose-title">
      <h2 id="choose-title">{text.t('residents:choose.title')}</h2>
      <Segments
        legend={text.t('residents:choose.how')}
        name="way"
        options={WAYS.map((id) => ({ id, label: text.t(NAMES[id]) }))}
        value={way}
        onChange={setWay}
      />
      <Part onChoose={(village) => ask({ village, day: 0 })} />
    </section>
  );
}
