import { useState, type ReactElement } from 'react';
import { isSample } from '../../../published/index.ts';
import { usePage } from '../page-context.tsx';
import { isWebAddress } from './address.ts';
import { StreetNotice } from './StreetNotice.tsx';

/** A street notice of one site, for whoever puts it up; while sites are a sample there is none. */
export function NoticeView(): ReactElement {
  const { published, text } = usePage();
  return (
    <section className="card" aria-labelledby="notice-title">
      <h2 id="notice-title">{text.t('residents:notice.title')}</h2>
      {isSample(published) ? <p className="warning">{text.t('residents:notice.sample')}</p> : <NoticeDesk />}
    </section>
  );
}

function NoticeDesk(): ReactElement {
  const { published, text, asked, ask } = usePage();
  const { t, pick } = text;
  const [address, setAddress] = useState(published.address ?? '');
  const isAddress = isWebAddress(address);
  return (
    <>
      <div className="fields not-printed">
        <label>
          <span>{t('residents:notice.site')}</span>
          <select value={asked.site} onChange={(event) => ask({ site: Number(event.target.value) })}>
            {published.sites.map(({ id, name }, row) => (
              <option key={id} value={row}>
                {pick(name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('residents:notice.address')}</span>
          <input
            type="url"
            value={address}
            placeholder={t('residents:notice.addressHint')}
            aria-invalid={!isAddress}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>
      </div>
      {!isAddress && <p className="warning not-printed">{t('residents:notice.addressWrong')}</p>}
      <button type="button" className="button not-printed" onClick={() => window.print()}>
        {t('residents:notice.print')}
      </button>
      <StreetNotice site={asked.site} address={isAddress ? address : null} />
    </>
  );
}
