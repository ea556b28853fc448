import { useMemo, type ReactElement } from 'react';
import { bestChoices, PACES, paceOf, roundDays, type Pace } from '../../../published/index.ts';
import type { LightKey } from '../../../text/index.ts';
import { usePage } from '../page-context.tsx';
import { spanWords } from '../spans.ts';
import { Segments } from '../shell/Segments.tsx';

export const PACE_KEYS = {
  adult: 'residents:pace.adult',
  older: 'residents:pace.older',
  wheelchair: 'residents:pace.wheelchair',
  cycle: 'residents:pace.cycle',
} as const satisfies Record<Pace['id'], LightKey>;

const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** How, on which day and from which hour somebody can go; every day says how long it takes at best. */
export function AskedForm({ day }: { day: number }): ReactElement {
  const { published, text, asked, ask } = usePage();
  const { t } = text;
  const { village, pace } = asked;
  const days = useMemo(
    () =>
      Array.from({ length: roundDays(published) }, (_, i) => {
        const choices = bestChoices(published, { village, day: i + 1, pace: paceOf(pace) });
        const least = Math.min(...choices.map(({ total }) => total));
        return { id: String(i + 1), least: choices.length === 0 ? null : least };
      }),
    [published, village, pace],
  );
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => hour * 60 >= published.openHours.from && hour * 60 < published.openHours.to,
  );
  return (
    <section className="card asked" aria-label={t('residents:asked.legend')}>
      <Segments
        legend={t('residents:day.legend', { clock: published.orderClock })}
        quiet={false}
        name="day"
        options={days.map(({ id, least }) => ({
          id,
          label: t('residents:day.name', { day: id }),
          note: least === null ? t('residents:day.closed') : spanWords(text, least),
        }))}
        value={String(day)}
        onChange={(id) => ask({ day: Number(id) })}
      />
      <div className="fields" data-pairs="true">
        <label>
          <span>{t('residents:pace.legend')}</span>
          <select value={pace} onChange={(event) => ask({ pace: paceOf(event.target.value).id })}>
            {PACES.map(({ id }) => (
              <option key={id} value={id}>
                {t(PACE_KEYS[id])}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('residents:from.label')}</span>
          <select value={asked.fromHour} onChange={(event) => ask({ fromHour: Number(event.target.value) })}>
            <option value={0}>{t('residents:from.any')}</option>
            {hours.map((hour) => (
              <option key={hour} value={hour}>
                {hourWords(hour)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
}
