import { useCallback, useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { ReachChart, type ReachSeries, type Theme } from '../../charts/index.ts';
import { isUnedited, reachCurve, type Addition, type PlannedStation } from '../../coverage/index.ts';
import type { CoverageFacts, CoverageStore, EmergencyStore } from '../../store/index.ts';
import { useSize, useText } from '../kit/index.ts';
import './emergency.css';
import { ReachCards } from './ReachCards.tsx';
import { ReachMap, type ReachMapHandle } from './ReachMap.tsx';
import { SidePanel } from './SidePanel.tsx';
import { StationList } from './StationList.tsx';

interface EmergencyScreenProps {
  readonly coverage: CoverageStore;
  readonly emergency: EmergencyStore;
  readonly theme: Theme;
  readonly fontSize: number;
  /** The inputs at the left; null where they are folded away. */
  readonly inputs: ReactNode;
  readonly onRetry: () => void;
}

/** The ambulance face: cards, inputs, map, chart and tables over the coverage store. */
export function EmergencyScreen({ coverage, emergency, theme, fontSize, inputs, onRetry }: EmergencyScreenProps): ReactElement {
  const { t } = useText();
  const state = useStore(coverage);
  const { status, facts, edits, additions, services, selected } = state;
  const study = useStore(emergency, (current) => current.study);
  const stale = useStore(emergency, ({ job }) => job.status === 'running' && job.stage === 'study');
  const map = useRef<ReachMapHandle>(null);
  const { moveStation, select, setClosed, resetStation, resetStations, addStation } = state;
  const onAddition = useCallback((addition: Addition) => addStation(addition.at), [addStation]);
  const onAdd = useCallback(() => {
    const at = map.current?.middle();
    if (at) addStation(at);
  }, [addStation]);
  const onClose = useCallback(
    (station: PlannedStation) => {
      if (station.state === 'added') resetStation(station.id);
      else setClosed(station.id, station.state !== 'closed');
    },
    [resetStation, setClosed],
  );
  if (facts === null) {
    return (
      <main className="emergency-main" data-empty>
        <p className="waiting" role={status === 'failed' ? 'alert' : 'status'}>
          {t(status === 'absent' ? 'reach:state.absent' : status === 'failed' ? 'reach:state.failed' : 'reach:state.opening')}
        </p>
        {status === 'failed' && (
          <button type="button" onClick={onRetry}>
            {t('reach:state.retry')}
          </button>
        )}
      </main>
    );
  }
  return (
    <main className="emergency-main" data-inputs={inputs ? 'shown' : 'folded'}>
      <ReachCards {...{ facts, edits, additions, study, stale }} onAdd={onAddition} />
      {inputs}
      <div className="emergency-map">
        <ReachMap {...{ facts, selected, theme, fontSize, onClose }} onMove={moveStation} onSelect={select} handle={map} />
      </div>
      <ReachCurves {...{ facts, theme, fontSize }} edited={!isUnedited(edits)} />
      <SidePanel
        {...{ facts, services, additions }}
        onAdd={onAddition}
        stations={
          <StationList
            {...{ facts, edits, selected, onClose, onAdd }}
            onSelect={select}
            onReset={resetStation}
            onResetAll={resetStations}
          />
        }
      />
    </main>
  );
}

const TOP_MINUTES = 45;

/** Residents by minutes, now and before. */
function ReachCurves({
  facts,
  edited,
  theme,
  fontSize,
}: {
  facts: CoverageFacts;
  edited: boolean;
  theme: Theme;
  fontSize: number;
}): ReactElement {
  const text = useText();
  const [box, size] = useSize();
  const { reach, now, stated } = facts;
  const series = useMemo<ReachSeries[]>(
    () =>
      (['urban', 'rural'] as const).map((area) => ({
        area,
        now: reachCurve(reach.grid, now.nearest.minutes, area, TOP_MINUTES),
        before: edited ? reachCurve(reach.grid, stated.nearest.minutes, area, TOP_MINUTES) : null,
        standardMinutes: reach.rules.standard[area],
      })),
    [reach, now, stated, edited],
  );
  return (
    <section className="reach-curves" aria-label={text.t('charts:reach.title')}>
      <h2 className="card-title">
        {text.t('charts:reach.title')}
        {edited && <span className="soft"> {text.t('reach:curves.before')}</span>}
      </h2>
      <div ref={box} className="reach-curves-box">
        {size !== null && size.width > 100 && <ReachChart {...{ series, text, theme, fontSize }} width={size.width} height={size.height} />}
      </div>
    </section>
  );
}
