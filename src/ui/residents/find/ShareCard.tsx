import { useState, type ReactElement } from 'react';
import { writeAsked } from '../asked.ts';
import { usePage } from '../page-context.tsx';

/** The choice as a link; copying works where the browser allows it, marking and copying by hand everywhere. */
export function ShareCard(): ReactElement {
  const { published, text, asked } = usePage();
  const { t } = text;
  const [copied, setCopied] = useState('');
  const base = published.address ?? window.location.href.replace(/#.*$/, '');
  const link = base + writeAsked(asked, published);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(link);
    } catch {
      setCopied('');
    }
  };
  return (
    <section className="card" aria-labelledby="share-title">
      <h2 id="share-title">{t('residents:share.title')}</h2>
      <label className="field">
        <span>{t('residents:share.field')}</span>
        <input readOnly value={link} onFocus={(event) => event.target.select()} />
      </label>
      {'clipboard' in navigator && (
        <button type="button" className="button" onClick={() => void copy()}>
          {t('residents:share.copy')}
        </button>
      )}
      <p role="status">{copied === link ? t('residents:share.copied') : ''}</p>
    </section>
  );
}
