import type { ReactElement } from 'react';
import { isSample, PACES, type PublishedPlaces } from '../../../published/index.ts';
import type { LightKey } from '../../../text/index.ts';
import { PACE_KEYS } from '../find/AskedForm.tsx';
import { usePage } from '../page-context.tsx';
import { PlanFacts } from './PlanFacts.tsx';

const KINDS = {
  sites: 'residents:about.kind.sites',
  villages: 'residents:about.kind.villages',
  townships: 'residents:about.kind.townships',
  clinics: 'residents:about.kind.clinics',
  hospitals: 'residents:about.kind.hospitals',
  stations: 'residents:about.kind.stations',
} as const satisfies Record<PublishedPlaces, LightKey>;

/** What the page does not know, and where everything that it says comes from. */
export function AboutView(): ReactElement {
  const { published, text } = usePage();
  const { t } = text;
  return (
    <>
      <section className="card" aria-labelledby="unknown-title">
        <h2 id="unknown-title">{t('residents:about.unknown')}</h2>
        <ul className="facts">
          <li>{t('residents:about.unknown.live', { runs: published.runs })}</li>
          {isSample(published) && <li>{t('residents:about.unknown.sites')}</li>}
          <li>{t('residents:about.unknown.ways', { detour: published.rules.walkDetour })}</li>
          <li>{t('residents:about.unknown.changes')}</li>
          <li>{t('residents:about.unknown.rights')}</li>
          <li>{t('residents:about.unknown.ambulance')}</li>
        </ul>
      </section>
      <PlanFacts />
      <Qualities />
      <Paces />
      <Sources />
      <p className="hint">{t('residents:about.offline')}</p>
    </>
  );
}

function Qualities(): ReactElement {
  const { published, text } = usePage();
  return (
    <section className="card" aria-labelledby="quality-title">
      <h2 id="quality-title">{text.t('residents:about.quality')}</h2>
      <dl className="pairs">
        {(Object.keys(KINDS) as PublishedPlaces[]).map((kind) => (
          <div key={kind}>
            <dt>{text.t(KINDS[kind])}</dt>
            <dd>{text.t(`product:accuracy.${published.quality[kind].accuracy}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Paces(): ReactElement {
  const { text } = usePage();
  return (
    <section className="card" aria-labelledby="paces-title">
      <h2 id="paces-title">{text.t('residents:about.paces')}</h2>
      <dl className="pairs">
        {PACES.map(({ id, kmPerHour, tag, origin }) => (
          <div key={id}>
            <dt>{text.t(PACE_KEYS[id])}</dt>
            <dd>
              {text.t('residents:pace.speed', { speed: kmPerHour })} <span className="tag">{text.t(`product:tag.${tag}`)}</span>{' '}
              {text.pick(origin)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sources(): ReactElement {
  const { published, text } = usePage();
  const { t, pick } = text;
  return (
    <section className="card" aria-labelledby="sources-title">
      <h2 id="sources-title">{t('residents:about.sources')}</h2>
      <ul className="sources">
        {[...published.sources, published.rules.travel]
          .filter(({ id }, i, all) => all.findIndex((other) => other.id === id) === i)
          .map(({ id, tag, title, origin, date }) => (
            <li key={id}>
              <b>{pick(title)}</b> <span className="tag">{t(`product:tag.${tag}`)}</span>
              <br />
              {t('residents:about.sourceLine', { origin: pick(origin), date })}
            </li>
          ))}
      </ul>
    </section>
  );
}
