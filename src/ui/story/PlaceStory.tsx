import { useMemo } from 'react';
import { BASE_FONT_SIZE, PlaceChart, type HourSpan, type PlaceSeries, type Theme } from '../../charts/index.ts';
import type { Lab } from '../../city/index.ts';
import type { PlaceRef } from '../map/index.ts';
import { labStory } from './labStory.ts';
import { siteStory, type StoryInputs } from './siteStory.ts';
import './story.css';

export interface PlaceStoryProps extends StoryInputs {
  readonly place: PlaceRef;
  /** Labs in the order of the run's columns; the city's own by default. */
  readonly labs?: readonly Lab[];
  readonly nights: readonly HourSpan[];
  /** Pixels. */
  readonly width: number;
  readonly theme: Theme;
  readonly fontSize?: number;
  readonly onClose?: () => void;
}

/** Hours worth showing: until the place is done or the deadline has passed, in steps of 12. */
const shownUntil = (hours: number, deadline: number): number =>
  Math.ceil((Math.max(Number.isFinite(hours) ? hours : 0, deadline) + 2) / 12) * 12;

type Told = Pick<StoryInputs, 'typical' | 'sites' | 'text'>;

function siteSeries({ typical, sites, text }: Told, site: number): PlaceSeries[] {
  const row = (column: Int32Array) => column.subarray(site * typical.steps, (site + 1) * typical.steps);
  const { peopleExact } = text.format;
  return [
    { label: text.t('charts:site.queue'), values: row(typical.siteQueue), kind: 'area', color: 'line', format: peopleExact },
    {
      label: text.t('charts:site.sampled'),
      values: row(typical.siteSampled),
      kind: 'line',
      color: 'sampled',
      top: sites[site].residents,
      format: peopleExact,
    },
  ];
}

function labSeries({ typical, text }: Told, lab: number): PlaceSeries[] {
  const row = (column: Int32Array) => column.subarray(lab * typical.steps, (lab + 1) * typical.steps);
  const lines = row(typical.labLines).reduce((most, count) => Math.max(most, count), 0);
  return [
    { label: text.t('charts:lab.backlog'), values: row(typical.labBacklog), kind: 'area', color: 'resulted', format: text.format.tubes },
    {
      label: text.t('charts:lab.busy'),
      values: row(typical.labLinesBusy),
      kind: 'area',
      color: 'line',
      top: lines,
      format: (busy) => text.t('charts:lab.lines', { busy, lines }),
    },
  ];
}

/** The story of the selected place: sentences, reasons for lateness, a chart that follows the cursor. */
export function PlaceStory(props: PlaceStoryProps) {
  const {
    place,
    study,
    typical,
    city,
    sites,
    labs = city.labs,
    clock,
    cursorHours,
    nights,
    width,
    text,
    theme,
    fontSize = BASE_FONT_SIZE,
    onClose,
  } = props;
  const { kind, index } = place;
  const known = kind === 'site' ? index < sites.length : index < labs.length;
  const series = useMemo(
    () => (known ? (kind === 'site' ? siteSeries : labSeries)({ typical, sites, text }, index) : []),
    [known, kind, index, typical, sites, text],
  );
  if (!known) return null;
  const story = kind === 'site' ? siteStory(props, index) : labStory(props, labs, index);
  const deadline = kind === 'site' ? study.sampledWithinDeadline.deadlineHours : study.resultedWithinDeadline.deadlineHours;
  const until = shownUntil(kind === 'site' ? typical.siteFinishHours[index] : study.labs.lastResult[index], deadline);
  const accuracy = city.places[kind === 'site' ? 'sites' : 'labs'];
  const chartTitle = text.t(kind === 'site' ? 'charts:site.title' : 'charts:lab.title');
  return (
    <article className="place-story" style={{ fontSize, width }} aria-label={story.title}>
      <header>
        <p className="kicker">
          {story.kicker} {accuracy === 'schematic' && city.travel !== null && <span className="tag">{text.t('story:schematic')}</span>}
        </p>
        <h2>{story.title}</h2>
        {onClose !== undefined && (
          <button type="button" onClick={onClose} aria-label={text.t('story:close')} title={text.t('story:close')}>
            ×
          </button>
        )}
      </header>
      <p className="now">{story.facts[0]}</p>
      <PlaceChart
        title={chartTitle}
        stepMinutes={typical.stepMinutes}
        span={{ from: 0, to: until }}
        deadlineHours={deadline}
        width={Math.max(120, width - Math.round(fontSize * 2))}
        panelHeight={Math.round(fontSize * 3.6)}
        {...{ series, nights, clock, cursorHours, text, theme, fontSize }}
      />
      <ul>
        {story.facts.slice(1).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {story.reasons.length > 0 && (
        <section className="reasons">
          <h3>{text.t('story:why.title')}</h3>
          <ul>
            {story.reasons.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="foot">{text.t('story:simulated', { replication: typical.replication + 1 })}</p>
    </article>
  );
}
