import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { isSample, type Published, type WaitThresholds } from '../../published/index.ts';
import { createLightText } from '../../text/index.ts';
import { AboutView } from './about/AboutView.tsx';
import type { View } from './asked.ts';
import { CoverageView } from './coverage/CoverageView.tsx';
import { FindView } from './find/FindView.tsx';
import { NoticeView } from './notice/NoticeView.tsx';
import { PageProvider, type Page } from './page-context.tsx';
import type { Remembered } from './remembered.ts';
import './residents.css';
import { SampleBanner, SampleMark } from './shell/SampleMark.tsx';
import { TopBar } from './shell/TopBar.tsx';
import { keepThresholds, readThresholds } from './thresholds.ts';
import { useAsked } from './use-asked.ts';
import { useTaste } from './use-taste.ts';

const SCREENS = { find: FindView, coverage: CoverageView, about: AboutView, notice: NoticeView } as const satisfies Record<
  View,
  () => ReactElement
>;

/** The whole page over one publication. */
export function ResidentsPage({ published, remembered }: { published: Published; remembered: Remembered }): ReactElement {
  const [taste, changeTaste] = useTaste(remembered);
  const [asked, ask] = useAsked(published);
  const [thresholds, setThresholds] = useState(() => readThresholds(remembered, published.thresholds));
  const text = useMemo(() => createLightText(taste.language), [taste.language]);
  const page = useMemo<Page>(() => {
    const keep = (next: WaitThresholds): void => {
      keepThresholds(remembered, next);
      setThresholds(next);
    };
    return { published, text, asked, ask, thresholds, setThresholds: keep };
  }, [published, text, asked, ask, thresholds, remembered]);
  useEffect(() => {
    document.title = `${text.pick(published.city.name)} · ${text.t('residents:title')}`;
  }, [text, published]);
  const main = useFocusOnChange(asked.view);
  const Screen = SCREENS[asked.view];
  return (
    <PageProvider page={page}>
      <TopBar taste={taste} onTaste={changeTaste} />
      <main id="main" tabIndex={-1} ref={main}>
        <p className="strip">
          <b>{text.t('product:simulated')}</b> · {text.t('residents:published', { date: published.date })}
        </p>
        {isSample(published) && <SampleBanner />}
        <Screen />
      </main>
      <footer className="foot">
        <p>
          <b>{text.t('product:simulated')}</b> · {text.t('residents:published', { date: published.date })}
        </p>
        <a href="./">{text.t('residents:planner.link')}</a>
      </footer>
      {isSample(published) && <SampleMark />}
    </PageProvider>
  );
}

/** Where the keyboard goes when another screen is shown; not on the first. */
function useFocusOnChange(view: View): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [view]);
  return main;
}
