import type { ReactElement } from 'react';
import { usePage } from '../page-context.tsx';

const clockWords = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** When sites open and what people bring. */
export function BringCard(): ReactElement {
  const { published, text, asked } = usePage();
  const { t } = text;
  const own = published.sites.filter(({ serves }) => serves.includes(asked.village));
  const first = Math.min(...own.map(({ opensAt }) => opensAt));
  return (
    <section className="card" aria-labelledby="bring-title">
      <h2 id="bring-title">{t('residents:bring.title')}</h2>
      <p>{t('residents:bring.hours', { from: clockWords(published.openHours.from), to: clockWords(published.openHours.to) })}</p>
      {Number.isFinite(first) && <p>{t('residents:bring.first', { clock: text.format.clock(first, published.orderClock) })}</p>}
      <ul className="bring">
        <li>{t('residents:bring.id')}</li>
        <li>{t('residents:bring.phone')}</li>
        <li>{t('residents:bring.mask')}</li>
        <li>{t('residents:bring.ill')}</li>
      </ul>
      <p className="hint">{t('residents:bring.source')}</p>
    </section>
  );
}
