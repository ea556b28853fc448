import { Button, SegmentedControl } from '@mantine/core';
import { ArrowLeft, ArrowLeftRight } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef, type ReactElement } from 'react';
import { sameContender, scenarioOf, type Side } from '../../../store/index.ts';
import { IconButton, useText } from '../../kit/index.ts';
import { usePlanner, usePlannerStore } from '../store-context.tsx';
import { ContenderSelect } from './ContenderSelect.tsx';
import { PairJobBar } from './PairJobBar.tsx';
import { PairView } from './PairView.tsx';
import { PinnedPlans, useListedPlans } from './PinnedPlans.tsx';
import { contenderKey, useContenders, type OfferedContender } from './use-contenders.ts';

/** Where Escape already means something. */
const OWN_ESCAPE = 'input:not([type=radio]), textarea, select, [role=menu], [role=dialog], [role=listbox], [aria-expanded=true]';

/** Escape closes, wherever it means nothing else. */
function useEscape(close: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isOwn = event.target instanceof Element && event.target.closest(OWN_ESCAPE) !== null;
    if (event.key === 'Escape' && !event.defaultPrevented && !isOwn) close();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Names of what the pair on the page compares; those chosen, once it has caught up with them. */
function useNames(offered: readonly OfferedContender[]): Readonly<Record<Side, OfferedContender['name']>> {
  const contenders = usePlanner((state) => state.contenders);
  return useMemo(() => {
    const name = (side: Side) => offered.find(({ key }) => key === contenderKey(contenders[side]))?.name ?? side.toUpperCase();
    return { a: name('a'), b: name('b') };
  }, [offered, contenders]);
}

/** The comparison in the place of the plan: choosers, then two plans beside each other, or all of them in a table. */
export function CompareRegion({ theme }: { theme: 'light' | 'dark' }): ReactElement {
  const { t } = useText();
  const store = usePlannerStore();
  const contenders = usePlanner((state) => state.contenders);
  const pair = usePlanner((state) => state.pair);
  const close = usePlanner((state) => state.closeComparison);
  const swap = usePlanner((state) => state.swapContenders);
  const mode = usePlanner((state) => state.compareView);
  const setMode = usePlanner((state) => state.setCompareView);
  const pairJob = usePlanner((state) => state.pairJob);
  const pinJob = usePlanner((state) => state.pinJob);
  const region = useRef<HTMLElement>(null);
  const offered = useContenders();
  const plans = useListedPlans();
  const names = useNames(offered);
  useEscape(close);
  useEffect(() => region.current?.focus({ preventScroll: true }), []);
  const state = store.getState();
  const isAsked = pair !== null && pair.a === scenarioOf(contenders.a, state) && pair.b === scenarioOf(contenders.b, state);
  return (
    <section ref={region} className="compare" data-mode={mode} tabIndex={-1} aria-label={t('compare:screen.region')}>
      <div className="compare-bar">
        <Button
          size="compact-md"
          variant="default"
          leftSection={<ArrowLeft size="1rem" aria-hidden />}
          aria-label={t('compare:screen.close')}
          title={t('compare:screen.close')}
          onClick={close}
        >
          {t('compare:screen.close.word')}
        </Button>
        {mode === 'pair' && (
          <>
            <ContenderSelect side="a" offered={offered} />
            <IconButton icon={ArrowLeftRight} label={t('compare:screen.swap')} onClick={swap} />
            <ContenderSelect side="b" offered={offered} />
          </>
        )}
        <SegmentedControl
          size="sm"
          aria-label={t('compare:screen.mode')}
          value={mode}
          onChange={(value) => setMode(value as 'pair' | 'table')}
          data={[
            { value: 'pair', label: t('compare:screen.pair') },
            { value: 'table', label: t('compare:screen.table', { count: plans.length }) },
          ]}
          transitionDuration={0}
        />
      </div>
      {mode === 'pair' ? (
        <PairJobBar
          job={pairJob}
          note={sameContender(contenders.a, contenders.b) ? t('compare:screen.same') : null}
          onCancel={() => store.getState().cancelPairing()}
          onAgain={() => store.getState().pairAgain()}
        />
      ) : (
        <PairJobBar
          job={pinJob}
          note={null}
          onCancel={() => store.getState().cancelPinning()}
          onAgain={() => store.getState().compareRemedies()}
        />
      )}
      {mode === 'table' ? (
        <PinnedPlans {...{ plans, theme }} onTaken={() => setMode('pair')} />
      ) : (
        pair && <PairView {...{ pair, names, theme }} stale={!isAsked} />
      )}
      {mode === 'pair' && pair === null && pairJob.status === 'running' && <p className="compare-waiting">{t('compare:screen.waiting')}</p>}
    </section>
  );
}
