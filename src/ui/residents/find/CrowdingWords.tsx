import { useState, type ReactElement } from 'react';
import { usePage } from '../page-context.tsx';
import { checkThresholds } from '../thresholds.ts';
import { CrowdingWord } from './CrowdingWord.tsx';

/** What the four words mean, and the two numbers behind them, for whoever wants others. */
export function CrowdingWords(): ReactElement {
  const { published, text, thresholds, setThresholds } = usePage();
  const { t } = text;
  const [typed, setTyped] = useState({ busy: String(thresholds.busy), jammed: String(thresholds.jammed) });
  const type = (change: Partial<typeof typed>): void => {
    const next = { ...typed, ...change };
    setTyped(next);
    const checked = checkThresholds(next.busy, next.jammed);
    if (checked !== null) setThresholds(checked);
  };
  const isWrong = checkThresholds(typed.busy, typed.jammed) === null;
  const usual = { busy: String(published.thresholds.busy), jammed: String(published.thresholds.jammed) };
  return (
    <section className="card" aria-labelledby="words-title">
      <h2 id="words-title">{t('residents:words.title')}</h2>
      <ul className="words">
        <li>
          <CrowdingWord crowding="clear" /> {t('residents:words.clear', { busy: thresholds.busy })}
        </li>
        <li>
          <CrowdingWord crowding="busy" /> {t('residents:words.busy', { busy: thresholds.busy, jammed: thresholds.jammed })}
        </li>
        <li>
          <CrowdingWord crowding="jammed" /> {t('residents:words.jammed', { jammed: thresholds.jammed })}
        </li>
        <li>
          <CrowdingWord crowding="closed" /> {t('residents:words.closed')}
        </li>
      </ul>
      <div className="fields">
        <label>
          <span>{t('residents:words.busyFrom')}</span>
          <input inputMode="numeric" value={typed.busy} aria-invalid={isWrong} onChange={(event) => type({ busy: event.target.value })} />
        </label>
        <label>
          <span>{t('residents:words.jammedFrom')}</span>
          <input
            inputMode="numeric"
            value={typed.jammed}
            aria-invalid={isWrong}
            onChange={(event) => type({ jammed: event.target.value })}
          />
        </label>
      </div>
      <p className={isWrong ? 'warning' : 'visually-hidden'} role="status">
        {isWrong ? t('residents:words.wrong') : ''}
      </p>
      {(typed.busy !== usual.busy || typed.jammed !== usual.jammed) && (
        <button type="button" className="button quiet" onClick={() => type(usual)}>
          {t('residents:words.reset', usual)}
        </button>
      )}
    </section>
  );
}
