import { memo } from 'react';
import type { Change } from '../../scenario/index.ts';
import type { Text } from '../../text/index.ts';
import type { PlaceRef } from '../round/index.ts';
import type { Help, Moment, StoryLink } from './story.ts';

export function StoryReasons({ reasons, text }: { reasons: readonly string[]; text: Text }) {
  if (reasons.length === 0) return null;
  return (
    <section className="reasons">
      <h3>{text.t('story:why.title')}</h3>
      <ul>
        {reasons.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

interface StoryHelpProps {
  readonly help: readonly Help[];
  readonly text: Text;
  readonly onTry?: (change: Change) => void;
}

/** What would help, each with a button that adds the change to the plan. */
export function StoryHelp({ help, text, onTry }: StoryHelpProps) {
  if (help.length === 0) return null;
  return (
    <section className="help">
      <h3>{text.t('story:help.title')}</h3>
      <ul>
        {help.map(({ words, change }) => (
          <li key={words}>
            {words}
            {change !== null && onTry !== undefined && (
              <button type="button" onClick={() => onTry(change)}>
                {text.t('story:help.try')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StoryMomentsProps {
  readonly moments: readonly Moment[];
  readonly clock: string;
  readonly cursorHours: number;
  readonly text: Text;
  readonly onSeek?: (hours: number) => void;
}

/** What happened when; a press moves the cursor there. What is past at the cursor's hour is marked. */
export const StoryMoments = memo(function StoryMoments({ moments, clock, cursorHours, text, onSeek }: StoryMomentsProps) {
  if (moments.length === 0) return null;
  return (
    <section className="moments">
      <h3>{text.t('story:moment.title')}</h3>
      <ol>
        {moments.map(({ hours, words }) => {
          const line = (
            <>
              <time>{text.format.clock(hours, clock)}</time>
              <span>{words}</span>
            </>
          );
          return (
            <li key={`${hours} ${words}`} data-past={hours <= cursorHours || undefined}>
              {onSeek === undefined ? (
                line
              ) : (
                <button type="button" onClick={() => onSeek(hours)}>
                  {line}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
});

interface StoryLinksProps {
  readonly links: readonly StoryLink[];
  readonly text: Text;
  readonly onSelect: (place: PlaceRef) => void;
}

export function StoryLinks({ links, text, onSelect }: StoryLinksProps) {
  if (links.length === 0) return null;
  return (
    <nav className="links" aria-label={text.t('story:links')}>
      <span>{text.t('story:links')}</span>
      {links.map(({ words, place }) => (
        <button key={`${place.kind} ${place.index}`} type="button" onClick={() => onSelect(place)}>
          {words}
        </button>
      ))}
    </nav>
  );
}
