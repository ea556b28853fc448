import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { ReachChart, SurgeChart, type ReachSeries, type Theme } from '../../charts/index.ts';
import { reachCurve } from '../../coverage/index.ts';
import { curveSheet, emergencySheet, type EmergencyAnswer } from '../../report/index.ts';
import { AREA_IDS, type EmergencyStudy } from '../../results/index.ts';
import type { CoverageFacts, EmergencyStore } from '../../store/index.ts';
import { ChartFrame } from '../export/index.ts';
import { useSize, useText } from '../kit/index.ts';
import { Calibration } from './Calibration.tsx';
import { JobLine } from './JobLine.tsx';

const VIEWS = ['reach', 'response', 'surge', 'calibrate'] as const;
type View = (typeof VIEWS)[number];

const TOP_MINUTES = 45;
/** Confirmed cases a day that ride in the same ambulances. */
const SURGE_LEVELS: readonly number[] = [0, 50, 200, 400];

interface LowerRegionProps {
  readonly facts: CoverageFacts;
  readonly edited: boolean;
  readonly emergency: EmergencyStore;
  readonly answer: EmergencyAnswer | null;
  readonly theme: Theme;
  readonly fontSize: number;
}

/** Calls answered within 0, 1, 2 … minutes of the simulation. */
function responseCurve(study: EmergencyStudy, area: 'urban' | 'rural'): Float64Array {
  const curve = new Float64Array(TOP_MINUTES + 1);
  for (let minute = 1; minute <= TOP_MINUTES; minute++) curve[minute] = curve[minute - 1] + study.distribution[area][minute - 1];
  return curve;
}

/** Under the map: residents by minutes, simulated calls by minutes, a surge of confirmed cases, calibration to the stated means. */
export function LowerRegion({ facts, edited, emergency, answer, theme, fontSize }: LowerRegionProps): ReactElement {
  const text = useText();
  const { t } = text;
  const [view, setView] = useState<View>('reach');
  const [box, size] = useSize();
  const surge = useStore(emergency, (state) => state.surge);
  const job = useStore(emergency, (state) => state.job);
  const { reach, now, stated } = facts;
  const { standard } = reach.rules;
  const study = answer?.study ?? null;
  const series = useMemo<ReachSeries[]>(
    () =>
      AREA_IDS.map((area) => ({
        area,
        now: reachCurve(reach.grid, now.nearest.minutes, area, TOP_MINUTES),
        before: edited ? reachCurve(reach.grid, stated.nearest.minutes, area, TOP_MINUTES) : null,
        standardMinutes: standard[area],
      })),
    [reach, now, stated, edited, standard],
  );
  const simulated = useMemo<ReachSeries[] | null>(
    () => study && AREA_IDS.map((area) => ({ area, now: responseCurve(study, area), before: null, standardMinutes: standard[area] })),
    [study, standard],
  );
  const room = size !== null && size.width > 100 ? { width: size.width, height: size.height, text, theme, fontSize } : null;
  /** A frame's button lies over the right corner. */
  const framed = room && { ...room, width: room.width - 2 * fontSize };
  const isSurging = job.status === 'running' && job.stage === 'surge';
  const waiting = <p className="waiting">{t('reach:card.simulating')}</p>;
  const drawn: Record<View, () => ReactNode> = {
    reach: () =>
      framed && (
        <ChartFrame title={t('charts:reach.title')} theme={theme} table={() => curveSheet(text, { urban: series[0], rural: series[1] })}>
          <ReachChart {...framed} series={series} />
        </ChartFrame>
      ),
    response: () =>
      framed && simulated && answer ? (
        <ChartFrame title={t('reach:lower.response')} theme={theme} table={() => emergencySheet(text, 'distribution', answer)}>
          <ReachChart {...framed} series={simulated} title={t('reach:lower.response')} />
        </ChartFrame>
      ) : (
        waiting
      ),
    surge: () =>
      framed && surge && answer ? (
        <ChartFrame title={t('charts:surge.title')} theme={theme} table={() => emergencySheet(text, 'surge', answer)}>
          <SurgeChart
            {...framed}
            {...{ standard }}
            points={surge.map(({ transfersPerDay, responseMinutes }) => ({ casesPerDay: transfersPerDay, ...responseMinutes }))}
          />
        </ChartFrame>
      ) : (
        <div className="lower-ask">
          <p>{t('reach:surge.about')}</p>
          <Button
            size="compact-md"
            loading={isSurging}
            disabled={study === null}
            onClick={() => void emergency.getState().answerSurge(SURGE_LEVELS)}
          >
            {t('reach:surge.run', { levels: SURGE_LEVELS.join(' / ') })}
          </Button>
        </div>
      ),
    calibrate: () => <Calibration {...{ emergency, standard }} ready={study !== null} />,
  };
  return (
    <section className="reach-curves" aria-label={t('reach:lower.region')}>
      <div className="lower-head">
        <SegmentedControl
          size="xs"
          aria-label={t('reach:lower.region')}
          value={view}
          onChange={(next) => setView(next as View)}
          data={VIEWS.map((value) => ({ value, label: t(`reach:lower.${value}`) }))}
          transitionDuration={0}
        />
        <JobLine emergency={emergency} />
        <span className="soft">
          {t(view === 'reach' ? (edited ? 'reach:curves.before' : 'reach:curves.free') : 'reach:curves.simulated')}
        </span>
      </div>
      <div ref={box} className="reach-curves-box">
        {drawn[view]()}
      </div>
    </section>
  );
}
