import type { ReactElement } from 'react';
import { usePage } from '../page-context.tsx';

const REPEATS = 24;

/** 示例数据 across the whole screen, for the eye; the banner says it in words. */
export function SampleMark(): ReactElement {
  const { t } = usePage().text;
  return (
    <div className="sample-mark" aria-hidden>
      {Array.from({ length: REPEATS }, (_, i) => (
        <span key={i} data-words={t('residents:sample.title')} />
      ))}
    </div>
  );
}

export function SampleBanner(): ReactElement {
  const { t } = usePage().text;
  return (
    <p className="sample-banner" role="note">
      <b>{t('residents:sample.title')}</b> {t('residents:sample.text')}
    </p>
  );
}
