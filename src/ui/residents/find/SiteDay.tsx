import { useState, type ReactElement } from 'react';
import { crowdingOf, partsOfDay, type DayPart } from '../../../published/index.ts';
import type { LightKey } from '../../../text/index.ts';
import { usePage } from '../page-context.tsx';
import { rangeWords } from '../spans.ts';
import { CrowdingWord } from './CrowdingWord.tsx';

export const PART_KEYS = {
  small: 'residents:part.small',
  early: 'residents:part.early',
  morning: 'residents:part.morning',
  noon: 'residents:part.noon',
  afternoon: 'residents:part.afternoon',
  evening: 'residents:part.evening',
  night: 'residents:part.night',
} as const satisfies Record<DayPart, LightKey>;

/** One site through one day, in the words people know; folded until asked for. */
export function SiteDay({ site, day }: { site: number; day: number }): ReactElement {
  const { text } = usePage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {text.t('residents:best.parts')} <span aria-hidden>{isOpen ? '−' : '+'}</span>
      </button>
      {isOpen && <SiteDayTable site={site} day={day} />}
    </>
  );
}

export function SiteDayTable({ site, day }: { site: number; day: number }): ReactElement {
  const { published, text, thresholds } = usePage();
  const { t } = text;
  return (
    <table className="parts">
      <thead>
        <tr>
          <th scope="col">{t('residents:best.part')}</th>
          <th scope="col">{t('residents:best.crowding')}</th>
          <th scope="col">{t('residents:best.partWait')}</th>
        </tr>
      </thead>
      <tbody>
        {partsOfDay(published, site, day)
          .filter(({ part, best }) => best !== null || part !== 'small')
          .map(({ part, best }) => (
            <tr key={part}>
              <th scope="row">{t(PART_KEYS[part])}</th>
              <td>
                <CrowdingWord crowding={crowdingOf(best === null ? NaN : best.wait.p50, thresholds)} />
              </td>
              <td>{best === null ? '–' : rangeWords(text, best.wait.p10, best.wait.p90)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
