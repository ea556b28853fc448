import { useMemo, type ReactElement } from 'react';
import { bestChoices, crowdingOf, isSample, LONGEST_WALK, paceOf, servedAt, type Choice } from '../../../published/index.ts';
import type { LightText } from '../../../text/index.ts';
import { usePage } from '../page-context.tsx';
import { rangeWords, spanWords } from '../spans.ts';
import { CrowdingWord } from './CrowdingWord.tsx';
import { SiteDay } from './SiteDay.tsx';

/** A wait from which a turn is told by the clock, and a day is called a bad one, minutes. */
const LONG_WAIT = 120;

const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The best sites and hours of one day, in words, own site first. */
export function BestChoices({ day }: { day: number }): ReactElement {
  const { published, text, asked } = usePage();
  const { t } = text;
  const { village, pace, fromHour } = asked;
  const choices = useMemo(
    () => bestChoices(published, { village, day, pace: paceOf(pace), fromHour }),
    [published, village, day, pace, fromHour],
  );
  const none = fromHour > 0 ? t('residents:best.noneLater', { day, hour: hourWords(fromHour) }) : t('residents:best.none', { day });
  return (
    <section className="card" aria-labelledby="best-title">
      <h2 id="best-title">{t('residents:best.title')}</h2>
      <p className={choices.length === 0 ? 'warning' : 'visually-hidden'} role="status">
        {choices.length === 0 ? none : t('residents:best.count', { day, count: choices.length })}
      </p>
      {choices.length > 0 && choices.every(({ wait }) => wait.p50 >= LONG_WAIT) && <p className="warning">{t('residents:best.long')}</p>}
      <ol className="choices">
        {choices.map((choice) => (
          <ChoiceCard key={`${choice.site} ${choice.hour}`} choice={choice} />
        ))}
      </ol>
      {choices.length > 0 && (
        <p className="hint">
          {t('residents:best.range', {
            runs: published.runs,
            tag: t(`product:tag.${paceOf(pace).tag}`),
            accuracy: t(`product:accuracy.${published.quality.sites.accuracy}`),
          })}
        </p>
      )}
    </section>
  );
}

function ChoiceCard({ choice }: { choice: Choice }): ReactElement {
  const { published, text, thresholds, ask } = usePage();
  const { t, pick } = text;
  const { site, day, hour, walk, km, wait, isOwn } = choice;
  const { name } = published.sites[site];
  const turn = wait.p50 >= LONG_WAIT ? servedAt(published, day, hour * 60 + 30, wait.p50) : null;
  return (
    <li className="choice" data-own={isOwn}>
      <h3>{pick(name)}</h3>
      <p className="choice-when">
        <b>{t('residents:best.arrive', { day, from: hourWords(hour), to: hourWords(hour + 1) })}</b>
        <CrowdingWord crowding={crowdingOf(wait.p50, thresholds)} />
      </p>
      <p className="choice-total">{t('residents:best.total', { span: rangeWords(text, walk + wait.p10, walk + wait.p90) })}</p>
      <p>
        {t('residents:best.walk', { walk: spanWords(text, walk), km: text.format.number(km, 1) })} ·{' '}
        {t('residents:best.wait', { span: rangeWords(text, wait.p10, wait.p90) })}
      </p>
      {walk > LONGEST_WALK && <p>{t('residents:best.far')}</p>}
      {turn !== null && <p>{t('residents:best.turn', { clock: turnWords(text, turn) })}</p>}
      <p className="choice-own">{t(isOwn ? 'residents:best.own' : 'residents:best.other')}</p>
      <SiteDay site={site} day={day} />
      {!isSample(published) && (
        <button type="button" className="button quiet" onClick={() => ask({ view: 'notice', site })}>
          {t('residents:best.print')}
        </button>
      )}
    </li>
  );
}

/** The day and clock of a turn, to the half hour: a forecast of hours is no finer. */
function turnWords({ format }: LightText, turn: { readonly day: number; readonly minutes: number }): string {
  return format.clock((turn.day - 1) * 24 + Math.round(turn.minutes / 30) / 2, '00:00');
}
