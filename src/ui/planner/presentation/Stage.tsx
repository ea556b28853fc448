import type { ReactElement } from 'react';
import type { Picture } from '../../../store/index.ts';
import { useText } from '../../kit/index.ts';
import { DeadlineCard } from '../DeadlineCard.tsx';
import type { RoundEvent } from '../playback/events.ts';
import { usePlanner } from '../store-context.tsx';
import type { ShownCity } from '../use-shown-city.ts';
import { COUNTS, stageCounts, type StageCounts } from './counts.ts';

interface StageProps {
  readonly shown: ShownCity;
  /** The plan's own run while a pinned one is shown beside it: figures say what differs; null otherwise. */
  readonly beside: Picture | null;
  readonly events: readonly RoundEvent[];
  readonly theme: 'light' | 'dark';
}

/** The head of a presentation: the instant, large enough for the last row, what has just happened, key figures, and the two verdicts. */
export function Stage({ shown, beside, events, theme }: StageProps): ReactElement {
  const { t, format, pick } = useText();
  const hours = usePlanner((state) => state.cursorHours);
  const clock = shown.compiled?.settings['order.clock'] ?? '08:00';
  const counts = shown.picture && stageCounts(shown.picture.study, shown.picture.typical, hours);
  const others = beside && stageCounts(beside.study, beside.typical, hours);
  const latest = events.findLast((event) => event.hours <= hours + 1e-6);
  const upcoming = events.find((event) => event.hours > hours + 1e-6);
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
        <span className="stage-day">{day}</span>
        <strong className="stage-time">{time}</strong>
        <span className="stage-offset">{format.offset(hours)}</span>
      </div>
      <div className="stage-events">
        <p className="stage-now">{latest ? t('play:stage.latest', { event: latest.words }) : ''}</p>
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
      <div className="stage-figures">
        <dl className="stage-counts">
          {COUNTS.map((name) => (
            <div key={name} data-count={name}>
              <dt>{t(`play:stage.${name}`)}</dt>
              <dd>{counts ? amount(name, counts[name]) : '–'}</dd>
              {others !== null && <dd className="stage-difference">{difference(name)}</dd>}
            </div>
          ))}
        </dl>
        <p className="stage-note">{beside ? t('play:stage.beside', { name: pick(beside.scenario.name) }) : t('play:stage.note')}</p>
      </div>
      {shown.study && <DeadlineCard finish="sampled" study={shown.study} settled={shown.settled} theme={theme} />}
      {shown.study && <DeadlineCard finish="resulted" study={shown.study} settled={shown.settled} theme={theme} />}
    </section>
  );
}
