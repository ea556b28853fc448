import type { ReactElement } from 'react';
import type { PublishedPlace } from '../../../published/index.ts';
import { usePage } from '../page-context.tsx';
import { spanWords } from '../spans.ts';

/** Nearest fever clinic and hospital, and the ambulance with its own caution. */
export function CareCard(): ReactElement {
  const { published, text, asked } = usePage();
  const { t } = text;
  const { coverage, rules } = published;
  const row = asked.village;
  const ambulance = coverage.ambulanceMinutes[row];
  return (
    <section className="card" aria-labelledby="care-title">
      <h2 id="care-title">{t('residents:care.title')}</h2>
      <dl className="care">
        <NearestPlace
          term={t('residents:care.clinic')}
          place={published.clinics[coverage.clinicNearest[row]]}
          minutes={coverage.clinicMinutes[row]}
          km={coverage.clinicKm[row]}
        />
        <NearestPlace
          term={t('residents:care.hospital')}
          place={published.hospitals[coverage.hospitalNearest[row]]}
          minutes={coverage.hospitalMinutes[row]}
          km={coverage.hospitalKm[row]}
        />
        <div>
          <dt>{t('residents:care.ambulance')}</dt>
          <dd>{ambulance === null ? t('residents:care.absent') : t('residents:care.arrive', { span: spanWords(text, ambulance) })}</dd>
        </div>
      </dl>
      <p className="warning">
        {t('residents:care.caution', { call: text.format.number(rules.callMinutes), turnOut: text.format.number(rules.turnOutMinutes) })}
      </p>
      <CareSources />
    </section>
  );
}

/** How well places and travel times are known; shown wherever their minutes are. */
export function CareSources(): ReactElement {
  const { published, text } = usePage();
  const { quality, rules } = published;
  const accuracy = (kind: 'hospitals' | 'clinics' | 'stations'): string => text.t(`product:accuracy.${quality[kind].accuracy}`);
  return (
    <p className="hint">
      {text.t('residents:care.source', {
        tag: text.t(`product:tag.${rules.travel.tag}`),
        date: rules.travel.date,
        hospitals: accuracy('hospitals'),
        clinics: accuracy('clinics'),
        stations: accuracy('stations'),
      })}
    </p>
  );
}

interface NearestPlaceProps {
  readonly term: string;
  readonly place: PublishedPlace | undefined;
  readonly minutes: number | null;
  readonly km: number | null;
}

function NearestPlace({ term, place, minutes, km }: NearestPlaceProps): ReactElement {
  const { text } = usePage();
  return (
    <div>
      <dt>{term}</dt>
      {place === undefined || minutes === null || km === null ? (
        <dd>{text.t('residents:care.absent')}</dd>
      ) : (
        <dd>
          <b>{text.pick(place.name)}</b>
          <br />
          {text.t('residents:care.drive', { span: spanWords(text, minutes), km: text.format.number(km, 1) })}
        </dd>
      )}
    </div>
  );
}
