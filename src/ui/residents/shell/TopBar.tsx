import type { ReactElement } from 'react';
import type { Language } from '../../../units/index.ts';
import { VIEWS, type View } from '../asked.ts';
import { usePage } from '../page-context.tsx';

export interface Taste {
  readonly language: Language;
  readonly dark: boolean;
  readonly large: boolean;
}

const SUN =
  'M8 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7ZM8 .5v2M8 13.5v2M.5 8h2M13.5 8h2M2.7 2.7l1.4 1.4M11.9 11.9l1.4 1.4M2.7 13.3l1.4-1.4M11.9 4.1l1.4-1.4';
const MOON = 'M13.5 10A6 6 0 1 1 6 2.5A5 5 0 0 0 13.5 10Z';

interface TopBarProps {
  readonly taste: Taste;
  readonly onTaste: (change: Partial<Taste>) => void;
}

/** Title, settings and screens. */
export function TopBar({ taste, onTaste }: TopBarProps): ReactElement {
  const { text, published } = usePage();
  const { t, pick } = text;
  const skip = (): void => document.getElementById('main')?.focus();
  return (
    <header className="top" aria-label={t('residents:region.top')}>
      <button type="button" className="skip" onClick={skip}>
        {t('residents:skip.main')}
      </button>
      <div className="top-line">
        <h1>
          <span className="top-city">{pick(published.city.name)}</span> {t('residents:title')}
        </h1>
        <div className="top-settings">
          <button
            type="button"
            className="icon-button"
            aria-label={t(taste.large ? 'residents:bar.normal' : 'residents:bar.larger')}
            aria-pressed={taste.large}
            onClick={() => onTaste({ large: !taste.large })}
          >
            <span aria-hidden>{taste.language === 'zh' ? '大' : 'A+'}</span>
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t(taste.dark ? 'residents:bar.light' : 'residents:bar.dark')}
            onClick={() => onTaste({ dark: !taste.dark })}
          >
            <svg viewBox="0 0 16 16" aria-hidden>
              <path d={taste.dark ? SUN : MOON} />
            </svg>
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('residents:bar.language')}
            onClick={() => onTaste({ language: taste.language === 'zh' ? 'en' : 'zh' })}
          >
            <span aria-hidden>{taste.language === 'zh' ? 'EN' : '中'}</span>
          </button>
        </div>
      </div>
      <ViewTabs />
    </header>
  );
}

const NAMES = {
  find: 'residents:nav.find',
  coverage: 'residents:nav.coverage',
  about: 'residents:nav.about',
  notice: 'residents:nav.notice',
} as const satisfies Record<View, string>;

function ViewTabs(): ReactElement {
  const { text, asked, ask } = usePage();
  return (
    <nav className="tabs" aria-label={text.t('residents:region.nav')}>
      {VIEWS.map((view) => (
        <button key={view} type="button" aria-current={asked.view === view ? 'page' : undefined} onClick={() => ask({ view })}>
          {text.t(NAMES[view])}
        </button>
      ))}
    </nav>
  );
}
