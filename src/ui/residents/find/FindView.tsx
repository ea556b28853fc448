import { useEffect, useRef, type ReactElement } from 'react';
import { firstDay, paceOf } from '../../../published/index.ts';
import { VillageChooser } from '../choose/VillageChooser.tsx';
import { usePage } from '../page-context.tsx';
import { AskedForm } from './AskedForm.tsx';
import { BestChoices } from './BestChoices.tsx';
import { BringCard } from './BringCard.tsx';
import { CareCard } from './CareCard.tsx';
import { CrowdingWords } from './CrowdingWords.tsx';
import { ShareCard } from './ShareCard.tsx';

/** Where and when to go: a place is chosen first, then everything about it stands below. */
export function FindView(): ReactElement {
  const { asked } = usePage();
  return asked.village < 0 ? <VillageChooser /> : <PlaceAnswer key={asked.village} />;
}

function PlaceAnswer(): ReactElement {
  const { published, text, asked, ask } = usePage();
  const { t, pick } = text;
  const village = published.villages[asked.village];
  const township = published.townships[village.township];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  const day = asked.day > 0 ? asked.day : firstDay(published, asked.village, paceOf(asked.pace));
  return (
    <>
      <div className="place">
        <div>
          <h2 tabIndex={-1} ref={heading}>
            {pick(village.name)}
          </h2>
          <p>
            {t('residents:asked.where', { district: pick(published.districts[township.district].name), township: pick(township.name) })}
          </p>
        </div>
        <button type="button" className="button" onClick={() => ask({ village: -1, day: 0 })}>
          {t('residents:choose.other')}
        </button>
      </div>
      <AskedForm day={day} />
      <BestChoices day={day} />
      <BringCard />
      <CareCard />
      <CrowdingWords />
      <ShareCard />
    </>
  );
}
