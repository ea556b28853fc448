import { useMemo } from 'react';
import { BASE_FONT_SIZE, PlaceChart, type HourSpan, type Theme } from '../../charts/index.ts';
import type { Lab } from '../../city/index.ts';
import type { Change } from '../../scenario/index.ts';
import { hasGeography, type PlaceRef } from '../round/index.ts';
import { courierStory } from './courierStory.ts';
import { labStory } from './labStory.ts';
import { placeSeries } from './series.ts';
import { siteStory } from './siteStory.ts';
import type { Story, StoryInputs } from './story.ts';
import { StoryHelp, StoryLinks, StoryMoments, StoryReasons } from './StoryParts.tsx';
import './story.css';
import { townshipStory } from './townshipStory.ts';

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
  /** Shows another story; without it the links are left out. */
  readonly onSelect?: (place: PlaceRef) => void;
  /** Moves the cursor to an hour; without it moments are plain words. */
  readonly onSeek?: (hours: number) => void;
  /** Tries a change in the plan; without it what would help is only said. */
  readonly onTry?: (change: Change) => void;
}

/** Hours worth showing: until the place is done or the deadline has passed, in steps of 12. */
const shownUntil = (hours: number, deadline: number): number =>
  Math.ceil((Math.max(Number.isFinite(hours) ? hours : 0, deadline) + 2) / 12) * 12;

/** What the plan no longer has is not known. */
function isKnown({ kind, index }: PlaceRef, { sites, city, run }: StoryInputs, labs: readonly Lab[]): boolean {
  if (kind === 'courier') return index < (run?.transport.courierCount ?? 0);
  if (kind === 'township') return Boolean(run) && hasGeography(city) && index < city.townships.length;
  return index < (kind === 'site' ? sites : labs).length;
}

function tell({ kind, index }: PlaceRef, inputs: StoryInputs, labs: readonly Lab[]): Story {
  if (kind === 'site') return siteStory(inputs, index);
  if (kind === 'lab') return labStory(inputs, labs, index);
  return kind === 'township' ? townshipStory(inputs, index) : courierStory(inputs, labs, index);
}

/** The deadline that matters to a place, and the hour at which it is done. */
function endOf({ kind, index }: PlaceRef, { study, typical, run }: StoryInputs): { deadline: number; done: number } {
  const sampled = study.sampledWithinDeadline.deadlineHours;
  if (kind === 'site') return { deadline: sampled, done: typical.siteFinishHours[index] };
  if (kind === 'lab') return { deadline: study.resultedWithinDeadline.deadlineHours, done: study.labs.lastResult[index] };
  if (kind === 'courier') return { deadline: sampled, done: typical.rounds.backHours[run?.transport.roundsOf(index).at(-1) ?? 0] };
  return {
    deadline: sampled,
    done: typical.siteFinishHours.reduce((last, hours, site) => (run?.townshipOf[site] === index ? Math.max(last, hours) : last), 0),
  };
}

/** The story of the selected place: sentences, a chart that follows the cursor, what happened when, why it is late, what would help. */
export function PlaceStory(props: PlaceStoryProps) {
  const { place, typical, city, labs = city.labs, clock, cursorHours, nights, width, text, theme } = props;
  const { fontSize = BASE_FONT_SIZE, onClose, onSelect, onSeek, onTry, run, sites } = props;
  const { kind, index } = place;
  const known = isKnown(place, props, labs);
  const series = useMemo(
    () => (known ? placeSeries({ typical, sites, text, run: run ?? null }, { kind, index }) : []),
    [known, kind, index, typical, sites, text, run],
  );
  if (!known) return null;
  const story = tell(place, props, labs);
  const { deadline, done } = endOf(place, props);
  const isSchematic = kind !== 'courier' && city.travel !== null && (kind === 'township' || city.places[`${kind}s`] === 'schematic');
  return (
    <article className="place-story" style={{ fontSize, width }} aria-label={story.title}>
      <header>
        <p className="kicker">
          {story.kicker} {isSchematic && <span className="tag">{text.t('story:schematic')}</span>}
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
        title={text.t(`charts:${kind}.title`)}
        stepMinutes={typical.stepMinutes}
        span={{ from: 0, to: shownUntil(done, deadline) }}
        deadlineHours={deadline}
        width={Math.max(120, width - Math.round(fontSize * 2))}
        panelHeight={Math.round(fontSize * 3.6)}
        {...{ series, nights, clock, cursorHours, text, theme, fontSize }}
      />
      <StoryReasons reasons={story.reasons} text={text} />
      <StoryHelp help={story.help} text={text} {...(onTry === undefined ? {} : { onTry })} />
      <ul>
        {story.facts.slice(1).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <StoryMoments moments={story.moments} {...{ clock, cursorHours, text }} {...(onSeek === undefined ? {} : { onSeek })} />
      {onSelect !== undefined && <StoryLinks links={story.links} text={text} onSelect={onSelect} />}
      <p className="foot">{text.t('story:simulated', { replication: typical.replication + 1 })}</p>
    </article>
  );
}
