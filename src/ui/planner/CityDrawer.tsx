import type { ReactElement } from 'react';
import type { HourSpan, Theme } from '../../charts/index.ts';
import type { Lab } from '../../city/index.ts';
import type { CompiledVariant } from '../../compile/index.ts';
import { TICKS_PER_HOUR } from '../../units/index.ts';
import { useText } from '../kit/index.ts';
import type { CityRun } from '../round/index.ts';
import { LastPercent, PlaceStory, type SiteFacts } from '../story/index.ts';
import { usePlanner } from './store-context.tsx';
import { useRootFont } from './use-root-font.ts';

interface CityDrawerProps {
  readonly run: CityRun;
  readonly facts: SiteFacts;
  readonly nights: readonly HourSpan[];
  readonly compiled: CompiledVariant;
  readonly labs: readonly Lab[];
  readonly theme: Theme;
  /** Pixels. */
  readonly width: number;
}

/** Beside the map, on a phone a sheet from below: the story of what is selected, or the list of the last 1 %. */
export function CityDrawer({ run, facts, nights, compiled, labs, theme, width }: CityDrawerProps): ReactElement {
  const text = useText();
  const city = usePlanner((state) => state.city);
  const cursorHours = usePlanner((state) => state.cursorHours);
  const selected = usePlanner((state) => state.selection);
  const onSelect = usePlanner((state) => state.select);
  const isList = usePlanner((state) => state.pane === 'last');
  const setPane = usePlanner((state) => state.setPane);
  const onSeek = usePlanner((state) => state.setCursor);
  const addChange = usePlanner((state) => state.addChange);
  const presenting = usePlanner((state) => state.presenting);
  const { settings, input, sites } = compiled;
  const told = {
    city,
    sites,
    run,
    facts,
    cursorHours,
    text,
    width,
    onSelect,
    onSeek,
    study: run.study,
    typical: run.typical,
    clock: settings['order.clock'],
    windowEndHours: input.demand.windowEnd / TICKS_PER_HOUR,
    borrowedTravelMinutes: settings['lab.borrowedTravelMinutes'],
    fontSize: useRootFont() * 0.875,
  };
  const key = selected === null ? 'last' : `${selected.kind} ${selected.index}`;
  return (
    <div className="place-drawer" key={key} role="group" aria-label={text.t('planner:place.region')}>
      {selected === null ? (
        <LastPercent {...told} onClose={() => setPane('map')} />
      ) : (
        <>
          {isList && (
            <button type="button" className="story-back" onClick={() => onSelect(null)}>
              ‹ {text.t('story:last.title')}
            </button>
          )}
          <PlaceStory
            {...told}
            {...{ nights, labs, theme }}
            place={selected}
            onClose={() => onSelect(null)}
            {...(presenting ? {} : { onTry: addChange })}
          />
        </>
      )}
    </div>
  );
}
