import { useMemo, type ReactElement } from 'react';
import { nightsOf } from '../../charts/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import { useText, useSize } from '../kit/index.ts';
import { RoundTimeline } from '../timeline/index.ts';
import { roundEvents } from './playback/events.ts';
import { PlaybackBar } from './playback/PlaybackBar.tsx';
import { usePlanner, useSettings } from './store-context.tsx';
import { useChangeWording } from './use-change-wording.ts';
import { useRootFont } from './use-root-font.ts';
import type { ShownCity } from './use-shown-city.ts';

/** Playback stops here when nothing else says when the round is over, in hours after the order. */
const EMPTY_END_HOURS = 72;

/** The round over time, under its playback controls. */
export function TimelineRegion({ theme, shown: { picture, compiled } }: { theme: 'light' | 'dark'; shown: ShownCity }): ReactElement {
  const text = useText();
  const answers = usePlanner((state) => state.answers);
  const cursorHours = usePlanner((state) => state.cursorHours);
  const setCursor = usePlanner((state) => state.setCursor);
  const { settings } = useSettings();
  const [frame, size] = useSize();
  const typical = picture?.typical ?? null;
  const nights = useMemo(() => (typical ? nightsOf(typical) : []), [typical]);
  const study = answers?.study ?? null;
  const endHours = study ? Math.ceil(study.resultedFinish.p90 ?? study.hours[study.hours.length - 1]) : EMPTY_END_HOURS;
  const fontSize = useRootFont() * 0.875;
  const wording = useChangeWording();
  const changes = answers?.scenario.changes;
  const events = useMemo(
    () => (study && changes ? roundEvents({ study, typical, changes, wording }) : []),
    [study, typical, changes, wording],
  );
  return (
    <section className="timeline" aria-label={text.t('planner:timeline.region')}>
      <div className="timeline-head">
        <PlaybackBar endHours={endHours} events={events} />
      </div>
      <div className="timeline-frame" ref={frame}>
        {study && size && size.width > 0 ? (
          <RoundTimeline
            study={study}
            clock={settings['order.clock']}
            cursorHours={cursorHours}
            onCursor={setCursor}
            nights={nights}
            windowEndHours={compiled ? compiled.input.demand.windowEnd / TICKS_PER_HOUR : null}
            partial={!answers?.settled}
            width={size.width}
            height={size.height}
            text={text}
            theme={theme}
            fontSize={fontSize}
          />
        ) : (
          <div className="skeleton" data-size="fill" />
        )}
      </div>
    </section>
  );
}
