import type { ReactElement } from 'react';
import { crowdingOf, DAY_PARTS, partsOfDay, roundDays } from '../../../published/index.ts';
import { writeAsked, ASKED } from '../asked.ts';
import { CrowdingWord } from '../find/CrowdingWord.tsx';
import { PART_KEYS } from '../find/SiteDay.tsx';
import { usePage } from '../page-context.tsx';
import { spanWords } from '../spans.ts';
import { qrCode } from './code.ts';

const QUIET_MODULES = 4;

/** One sheet: the site, its hours, when few people come, a code for the page, and what the figures are. */
export function StreetNotice({ site, address }: { site: number; address: string | null }): ReactElement {
  const { published, text } = usePage();
  const { t, pick } = text;
  const { name, serves, village } = published.sites[site];
  const { scenario, date, runs, openHours } = published;
  const link = address === null ? null : address + writeAsked({ ...ASKED, village }, published);
  return (
    <article className="notice" aria-label={t('residents:notice.sheet')}>
      <p className="notice-kind">{t('residents:notice.heading')}</p>
      <h3>{pick(name)}</h3>
      <p>{t('residents:bring.hours', { from: clockWords(openHours.from), to: clockWords(openHours.to) })}</p>
      <p>
        {t('residents:notice.serves', {
          villages: serves.map((row) => pick(published.villages[row].name)).join(text.language === 'zh' ? '、' : ', '),
        })}
      </p>
      <NoticeTable site={site} />
      <p>
        {t('residents:bring.id')} · {t('residents:bring.mask')}
      </p>
      <p>{t('residents:bring.ill')}</p>
      {link !== null && <NoticeCode link={link} />}
      <p className="notice-foot">
        {t('residents:notice.foot', {
          simulated: t('product:simulated'),
          date,
          scenario: pick(scenario.name),
          fingerprint: scenario.fingerprint,
          runs,
        })}
      </p>
    </article>
  );
}

const clockWords = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Parts of the day down, days across; where the site never opens is left out. */
function NoticeTable({ site }: { site: number }): ReactElement {
  const { published, text, thresholds } = usePage();
  const { t } = text;
  const days = Array.from({ length: roundDays(published) }, (_, i) => ({ day: i + 1, parts: partsOfDay(published, site, i + 1) })).filter(
    ({ parts }) => parts.some(({ best }) => best !== null),
  );
  return (
    <table className="notice-table">
      <caption>{t('residents:notice.when')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('residents:best.part')}</th>
          {days.map(({ day }) => (
            <th key={day} scope="col">
              {t('residents:day.name', { day })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {DAY_PARTS.map(({ id }, part) =>
          days.some(({ parts }) => parts[part].best !== null) ? (
            <tr key={id}>
              <th scope="row">{t(PART_KEYS[id])}</th>
              {days.map(({ day, parts }) => (
                <td key={day}>
                  <CrowdingWord crowding={crowdingOf(parts[part].best?.wait.p50 ?? NaN, thresholds)} />
                  {parts[part].best !== null && <small>{spanWords(text, parts[part].best.wait.p50)}</small>}
                </td>
              ))}
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}

function NoticeCode({ link }: { link: string }): ReactElement {
  const { t } = usePage().text;
  const { size, d } = qrCode(link);
  const side = size + 2 * QUIET_MODULES;
  return (
    <figure className="notice-code">
      <svg
        viewBox={`${-QUIET_MODULES} ${-QUIET_MODULES} ${side} ${side}`}
        role="img"
        aria-label={t('residents:notice.codeLabel', { address: link })}
      >
        <path d={d} shapeRendering="crispEdges" />
      </svg>
      <figcaption>{t('residents:notice.code')}</figcaption>
    </figure>
  );
}
