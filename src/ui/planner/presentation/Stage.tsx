import type { ReactElement } from 'react';
import { useText } from '../../kit/index.ts';
import { DeadlineCard } from '../DeadlineCard.tsx';
import { isChange, type RoundEvent } from '../playback/events.ts';
import { usePlanner } from '../store-context.tsx';
import type { ShownCity } from '../use-shown-city.ts';
import { COUNTS, finishGaps, stageCounts, type StageCounts } from './counts.ts';
import { useStagedRuns, type StagedRun } from './use-beside.ts';

interface StageProps {
  readonly shown: ShownCity;
  readonly events: readonly RoundEvent[];
  readonly theme: 'light' | 'dark';
}

/** For so many hours a dated change that has just come stands out. */
const FRESH_HOURS = 3;

/** What has just happened and what comes next; a change of the plan stands out while it is fresh. */
function StageEvents({ events, hours }: { events: readonly RoundEvent[]; hours: number }): ReactElement {
  const { t, format } = useText();
  const past = events.filter((event) => event.hours <= hours + 1e-6);
  const change = past.findLast((event) => isChange(event) && hours - event.hours <= FRESH_HOURS);
  const latest = change ?? past.at(-1);
  const upcoming = events[past.length];
  return (
    <div className="stage-events">
      <p className="stage-now" role="status" data-change={change !== undefined || undefined}>
        {latest ? t('play:stage.latest', { event: latest.words, offset: format.offset(latest.hours) }) : ''}
      </p>
      <p className="stage-next">
        {upcoming
          ? t('play:stage.upcoming', {
              event: upcoming.words,
              hours: format.hours(upcoming.hours - hours),
              offset: format.offset(upcoming.hours),
            })
          : ''}
      </p>
    </div>
  );
}

/** The shown run against the other at the end: how much sooner or later all are sampled and all have their result. */
function StageGaps({ shown, beside }: { shown: StagedRun; beside: StagedRun }): ReactElement | null {
  const { t, format, pick } = useText();
  if (shown.run === null || beside.run === null) return null;
  const gaps = finishGaps(shown.run.study, beside.run.study);
  return (
    <div className="stage-gaps">
      <p>{t('play:stage.beside', { name: pick(beside.name) })}</p>
      <ul>
        {gaps.map(({ finish, hours }) => (
          <li key={finish} data-gap={hours === null || Math.abs(hours) < 0.05 ? 'none' : hours < 0 ? 'sooner' : 'later'}>
            {hours === null
              ? t(`play:stage.${finish}Unknown`)
              : Math.abs(hours) < 0.05
                ? t(`play:stage.${finish}Same`)
                : t(`play:stage.${finish}${hours < 0 ? 'Sooner' : 'Later'}`, { hours: format.hours(Math.abs(hours)) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Beside the map of a presentation: the instant, large enough for the last row, what has just happened, key figures, and the verdicts. */
export function Stage({ shown, events, theme }: StageProps): ReactElement {
  const { t, format } = useText();
  const hours = usePlanner((state) => state.cursorHours);
  const staged = useStagedRuns();
  const clock = shown.compiled?.settings['order.clock'] ?? '08:00';
  const counts = shown.picture && stageCounts(shown.picture.study, shown.picture.typical, hours);
  const others = staged.beside?.run ? stageCounts(staged.beside.run.study, staged.beside.run.typical, hours) : null;
  const amount = (name: keyof StageCounts, value: number): string =>
    name === 'carried' || name === 'backlog' ? format.tubes(value) : format.peopleUnit(value);
  const difference = (name: keyof StageCounts): string => {
    if (counts === null || others === null) return '';
    const value = Math.round(counts[name]) - Math.round(others[name]);
    if (value === 0) return t('play:stage.same');
    return t(value > 0 ? 'play:stage.more' : 'play:stage.fewer', { amount: amount(name, Math.abs(value)) });
  };
  const time = format.timeOfDay(hours, clock);
  const day = format.clock(hours, clock).replace(time, '').trim();
  return (
    <section className="stage" aria-label={t('play:stage.region')}>
      <div className="stage-clock">
        <strong className="stage-time">{time}</strong>
        <span className="stage-day">{day}</span>
        <span className="stage-offset">{format.offset(hours)}</span>
      </div>
      <StageEvents events={events} hours={hours} />
      <dl className="stage-counts">
        {COUNTS.map((name) => (
          <div key={name} data-count={name}>
            <dt>{t(`play:stage.${name}`)}</dt>
            <dd>{counts ? amount(name, counts[name]) : '–'}</dd>
            {others !== null && <dd className="stage-difference">{difference(name)}</dd>}
          </div>
        ))}
      </dl>
      {staged.beside === null ? (
        <p className="stage-note">{t('play:stage.note')}</p>
      ) : (
        <StageGaps shown={staged.shown} beside={staged.beside} />
      )}
      {shown.study && (
        <div className="stage-verdicts">
          <DeadlineCard finish="sampled" study={shown.study} settled={shown.settled} theme={theme} />
          <DeadlineCard finish="resulted" study={shown.study} settled={shown.settled} theme={theme} />
        </div>
      )}
    </section>
  );
}
