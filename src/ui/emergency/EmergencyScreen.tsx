import { useCallback, useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Theme } from '../../charts/index.ts';
import { isUnedited, planStations, type Addition, type PlannedStation } from '../../coverage/index.ts';
import type { EmergencyAnswer } from '../../report/index.ts';
import type { CoverageStore, EmergencyStore } from '../../store/index.ts';
import { ExportProvider, type ExportSource } from '../export/index.ts';
import { useText } from '../kit/index.ts';
import './emergency.css';
import { LowerRegion } from './LowerRegion.tsx';
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
  const urban = useStore(emergency, (current) => current.settings['emergency.urbanSpeedFactor']);
  const rural = useStore(emergency, (current) => current.settings['emergency.ruralSpeedFactor']);
  const factors = { urban, rural };
  const answer = useAnswer(emergency);
  const day = useStore(emergency, (current) => current.day);
  const source = useMemo<ExportSource | null>(
    () => answer && { city: answer.city.name, studies: [{ name: answer.study.scenario.name, study: answer.study }] },
    [answer],
  );
  const map = useRef<ReachMapHandle>(null);
  const { moveStation, select, setClosed, resetStation, resetStations, addStation, wantServices } = state;
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
    <ExportProvider value={source}>
      <main className="emergency-main" data-inputs={inputs ? 'shown' : 'folded'}>
        <ReachCards {...{ facts, edits, additions, study, stale, factors }} onAdd={onAddition} />
        {inputs}
        <div className="emergency-map">
          <ReachMap {...{ facts, day, selected, theme, fontSize, onClose }} onMove={moveStation} onSelect={select} handle={map} />
        </div>
        <LowerRegion {...{ facts, emergency, answer, theme, fontSize }} edited={!isUnedited(edits)} />
        <SidePanel
          {...{ facts, services, additions, answer }}
          onAdd={onAddition}
          onServices={wantServices}
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
    </ExportProvider>
  );
}

/** The latest study with the names of its rows. A study is only ever kept for the plan in force, so its stations are those of then. */
function useAnswer(emergency: EmergencyStore): EmergencyAnswer | null {
  const study = useStore(emergency, (state) => state.study);
  const surge = useStore(emergency, (state) => state.surge);
  const calibration = useStore(emergency, (state) => state.calibration);
  const subject = useMemo(() => {
    const { city, settings, edits } = emergency.getState();
    return study && { city, settings, stations: planStations(city, edits.stations) };
  }, [emergency, study]);
  return useMemo(() => study && subject && { ...subject, study: { ...study, surge, calibration } }, [study, subject, surge, calibration]);
}
