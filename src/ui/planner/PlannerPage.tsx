import { Button, CloseButton, Drawer } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { createText } from '../../text/index.ts';
import type { LibraryStore, PlannerStore, Theme } from '../../store/index.ts';
import { KitProvider, useMedia, useText } from '../kit/index.ts';
import { LibraryDesk } from '../library/index.ts';
import { TopBar } from './bar/TopBar.tsx';
import { CityRegion } from './CityRegion.tsx';
import { ClaimCheck } from './ClaimCheck.tsx';
import { CrashGuard } from './CrashGuard.tsx';
import type { AmbulanceParts } from './EmergencyFace.tsx';
import { ExportDesk } from './ExportDesk.tsx';
import { Faces } from './Faces.tsx';
import { saveScenarioFile } from './files.ts';
import { FilesDesk } from './FilesDesk.tsx';
import { InputPanel } from './InputPanel.tsx';
import { JobBar } from './JobBar.tsx';
import { PinNotice } from './PinNotice.tsx';
import { KEY_GROUPS } from './key-groups.ts';
import './planner.css';
import './verdict.css';
import './inputs.css';
import './playback/playback.css';
import { useRoundEvents } from './playback/use-round-events.ts';
import './presentation/presentation.css';
import { PresentationBar } from './presentation/PresentationBar.tsx';
import { Stage } from './presentation/Stage.tsx';
import { HelpDesk } from '../tour/index.ts';
import { StoreContext, usePlanner } from './store-context.tsx';
import { TimelineRegion } from './TimelineRegion.tsx';
import { UndoNotice } from './UndoNotice.tsx';
import { usePlanKeys } from './use-plan-keys.ts';
import { useShownCity } from './use-shown-city.ts';
import { VerdictStrip } from './VerdictStrip.tsx';

/** Comes when it is first opened, so that the plan's own page stays light. */
const CompareRegion = lazy(() => import('./compare/CompareRegion.tsx').then((part) => ({ default: part.CompareRegion })));

/** These follow the store by themselves: that the map's run is renewed, four times a second while a study grows, is nothing to them. */
const [Bar, Verdict, Claims, Inputs, Job] = [memo(TopBar), memo(VerdictStrip), memo(ClaimCheck), memo(InputPanel), memo(JobBar)];
const [Undone, Pinned] = [memo(UndoNotice), memo(PinNotice)];

const PHONE = '(max-width: 819px)';

function useShownTheme(theme: Theme): 'light' | 'dark' {
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const shown = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  return shown;
}

interface PlannerPageProps {
  readonly store: PlannerStore;
  readonly library: LibraryStore;
  readonly ambulances: AmbulanceParts;
}

/** The planner over its stores: words and colours of the reader's choice around one layout. */
export function PlannerPage({ store, library, ambulances }: PlannerPageProps): ReactElement {
  const language = useStore(store, (state) => state.language);
  const theme = useShownTheme(useStore(store, (state) => state.theme));
  const text = useMemo(() => createText(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${text.t('product:name')} · ${text.t('planner:title')}`;
  }, [language, text]);
  return (
    <StoreContext value={store}>
      <KitProvider text={text} theme={theme}>
        <CrashGuard>
          <FilesDesk>
            <ExportDesk>
              <LibraryDesk library={library} planner={store} onSaveFile={() => saveScenarioFile(store.getState().plan.scenario)}>
                <HelpDesk groups={KEY_GROUPS} onTour={store.getState().withdrawTour}>
                  <Faces {...{ theme, ambulances }} screening={<Layout theme={theme} />} />
                </HelpDesk>
              </LibraryDesk>
            </ExportDesk>
          </FilesDesk>
        </CrashGuard>
      </KitProvider>
    </StoreContext>
  );
}

function Layout({ theme }: { theme: 'light' | 'dark' }): ReactElement {
  const { t } = useText();
  const phone = useMedia(PHONE);
  const [unfolded, setUnfolded] = useState(true);
  const presenting = usePlanner((state) => state.presenting);
  const comparing = usePlanner((state) => state.comparing && !state.presenting);
  const shown = useShownCity();
  const events = useRoundEvents(shown);
  usePlanKeys();
  const toggleInputs = useCallback(() => setUnfolded((now) => !now), []);
  const inputsShown = !phone && !presenting && unfolded;
  return (
    <div className="planner" data-inputs={inputsShown ? 'shown' : 'folded'} data-presenting={presenting || undefined}>
      {presenting ? <PresentationBar /> : <Bar theme={theme} inputsShown={inputsShown} onToggleInputs={toggleInputs} />}
      {comparing ? (
        <main className="planner-compare">
          <Suspense fallback={<div className="skeleton" data-size="fill" />}>
            <CompareRegion theme={theme} />
          </Suspense>
        </main>
      ) : (
        <main className="planner-main">
          {presenting ? <Stage {...{ shown, events, theme }} /> : <Verdict theme={theme} />}
          {!presenting && <Claims />}
          {inputsShown && <Inputs />}
          <CityRegion theme={theme} shown={shown} />
          <TimelineRegion {...{ theme, shown, events }} />
        </main>
      )}
      <Job />
      <Undone />
      <Pinned />
      {phone && !presenting && !comparing && <InputSheet label={t('planner:inputs.sheetOpen')} />}
    </div>
  );
}

/** The inputs on a phone: a sheet from below, opened by one button that stays in reach. */
function InputSheet({ label }: { label: string }): ReactElement {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        className="sheet-button"
        size="md"
        leftSection={<SlidersHorizontal size="1.125rem" aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Drawer.Root
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        size="75%"
        lockScroll={false}
        transitionProps={{ duration: 0 }}
      >
        <Drawer.Overlay />
        <Drawer.Content className="sheet" aria-label={label}>
          <Drawer.Body>
            <CloseButton className="sheet-close" aria-label={t('planner:inputs.sheetClose')} onClick={() => setOpen(false)} />
            <InputPanel />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </>
  );
}
