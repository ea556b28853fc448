import { useMemo } from 'react';
import { BASE_FONT_SIZE } from '../../charts/index.ts';
import type { PlaceRef } from '../round/index.ts';
import { lastPercentSites, peopleByCause } from './lastPercent.ts';
import type { StoryInputs } from './story.ts';
import './story.css';

export interface LastPercentProps extends StoryInputs {
  /** Pixels. */
  readonly width: number;
  readonly fontSize?: number;
  readonly onSelect: (place: PlaceRef) => void;
  readonly onSeek: (hours: number) => void;
  readonly onClose: () => void;
}

/** The last 1 %: who they are, where and why, each site a way to its own story. */
export function LastPercent(props: LastPercentProps) {
  const {
    study,
    typical,
    city,
    sites,
    facts,
    windowEndHours,
    clock,
    text,
    width,
    fontSize = BASE_FONT_SIZE,
    onSelect,
    onSeek,
    onClose,
  } = props;
  const { t, format, pick } = text;
  const rows = useMemo(
    () => lastPercentSites({ study, typical, city, sites, facts, windowEndHours, clock, text, cursorHours: 0 }),
    [study, typical, city, sites, facts, windowEndHours, clock, text],
  );
  const townships = useMemo(() => new Map(city.townships.map(({ id, name }) => [id, pick(name)])), [city, pick]);
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  const last = rows.reduce((late, { finishHours }) => (finishHours > late ? finishHours : late), 0);
  const { t99 } = study.sampledFinish;
  return (
    <article className="place-story last-percent" style={{ fontSize, width }} aria-label={t('story:last.title')}>
      <header>
        <h2>{t('story:last.title')}</h2>
        <button type="button" onClick={onClose} aria-label={t('story:close')} title={t('story:close')}>
          ×
        </button>
      </header>
      <p className="now">{t('story:last.sum', { people: format.peopleExact(people), sites: format.number(rows.length) })}</p>
      {t99 !== null && last > 0 && (
        <p>
          {t('story:last.when', { t99: format.offset(t99), last: format.offset(last) })}{' '}
          <button type="button" className="seek" onClick={() => onSeek(t99)}>
            {t('story:last.seek')}
          </button>
        </p>
      )}
      <h3>{t('story:last.why')}</h3>
      <ul>
        {peopleByCause(rows).map((entry) => (
          <li key={entry.cause}>
            {t('story:last.cause', {
              cause: t(`story:cause.${entry.cause}`),
              people: format.peopleExact(entry.people),
              sites: format.number(entry.sites),
            })}
          </li>
        ))}
      </ul>
      <h3>{t('story:last.where')}</h3>
      <ol className="late-sites">
        {rows.map((row) => (
          <li key={row.site}>
            <button type="button" onClick={() => onSelect({ kind: 'site', index: row.site })}>
              <b>{pick(sites[row.site].name)}</b>
              <span className="amount">{format.peopleExact(row.people)}</span>
              <span className="where">
                {[
                  townships.get(sites[row.site].townshipId) ?? '',
                  Number.isFinite(row.finishHours)
                    ? t('story:last.finish', { clock: format.clock(row.finishHours, clock) })
                    : t('story:last.never'),
                  ...row.causes.map((cause) => t(`story:cause.${cause}`)),
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="foot">{t('story:simulated', { replication: typical.replication + 1 })}</p>
    </article>
  );
}
