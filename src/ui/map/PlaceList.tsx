import { memo, useId, type KeyboardEvent } from 'react';
import type { Text } from '../../text/index.ts';

interface PlaceListProps {
  /** Names of all sites, then all labs. */
  readonly names: readonly string[];
  /** Place numbers, −1 for none. */
  readonly focused: number;
  readonly selected: number;
  /** What is known about the focused place now. */
  readonly now: string;
  readonly text: Text;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

const Options = memo(function Options({ names, selected, prefix }: { names: readonly string[]; selected: number; prefix: string }) {
  return names.map((name, place) => (
    <div key={place} id={`${prefix}-${place}`} role="option" aria-selected={place === selected}>
      {name}
    </div>
  ));
});

/** The map for keyboard and screen reader: one stop for Tab, arrows move, Enter selects. Lies invisibly over the picture. */
export function PlaceList({ names, focused, selected, now, text, onKeyDown, onFocus, onBlur }: PlaceListProps) {
  const id = useId();
  return (
    <>
      <div
        className="map-list"
        role="listbox"
        tabIndex={0}
        aria-label={text.t('map:places')}
        aria-describedby={`${id}-help`}
        aria-activedescendant={focused >= 0 ? `${id}-${focused}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        <div className="visually-hidden" role="presentation">
          <Options names={names} selected={selected} prefix={id} />
        </div>
      </div>
      <p className="visually-hidden" id={`${id}-help`}>
        {text.t('map:help')}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {focused >= 0 ? now : ''}
      </p>
    </>
  );
}
