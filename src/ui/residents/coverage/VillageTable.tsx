import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { paceOf, villageKm, villageMinutes } from '../../../published/index.ts';
import { livedIn } from '../choose/rows.ts';
import { usePage } from '../page-context.tsx';

/** The villages of one township, farthest first. */
export function VillageTable({ township, onClose }: { township: number; onClose: () => void }): ReactElement {
  const { published, text, asked } = usePage();
  const { t, pick, format } = text;
  const { measure, pace } = asked;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [township]);
  const rows = useMemo(
    () =>
      livedIn(published, township)
        .map((village) => ({
          village,
          minutes: villageMinutes(published, measure, village, paceOf(pace)),
          km: villageKm(published, measure, village),
        }))
        .sort((a, b) => b.minutes - a.minutes || a.village - b.village),
    [published, township, measure, pace],
  );
  return (
    <section className="village-table" aria-labelledby="villages-title">
      <div className="place">
        <h3 id="villages-title" tabIndex={-1} ref={heading}>
          {t('residents:coverage.villages', { township: pick(published.townships[township].name) })}
        </h3>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('residents:coverage.close')}
        </button>
      </div>
      <table className="coverage-table">
        <thead>
          <tr>
            <th scope="col">{t('residents:coverage.village')}</th>
            <th scope="col">{t('residents:coverage.time')}</th>
            {measure !== 'ambulance' && <th scope="col">{t('residents:coverage.distance')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ village, minutes, km }) => (
            <tr key={village}>
              <th scope="row">{pick(published.villages[village].name)}</th>
              <td className="figure">{format.minutes(minutes)}</td>
              {measure !== 'ambulance' && <td className="figure">{t('residents:coverage.km', { km: format.number(km, 1) })}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
