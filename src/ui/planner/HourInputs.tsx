import { memo, type ReactElement } from 'react';
import { formatOpenHours, getInput, parseOpenHours } from '../../scenario/index.ts';
import { isEdited } from '../../store/index.ts';
import { useText } from '../kit/index.ts';
import { HourRange } from './HourRange.tsx';
import { useSource } from './InputFrame.tsx';
import { usePlanner, useSetting } from './store-context.tsx';

/** Daily opening hours; 0–24 is round the clock. */
export const OpenHoursInput = memo(function OpenHoursInput(): ReactElement {
  const { t, pick } = useText();
  const setInputs = usePlanner((state) => state.setInputs);
  const resetInputs = usePlanner((state) => state.resetInputs);
  const hours = parseOpenHours(useSetting('openHours'));
  const edited = usePlanner((state) => isEdited(state.plan, 'openHours'));
  const source = useSource('openHours', edited);
  return (
    <HourRange
      label={t('planner:inputs.openHours')}
      help={pick(getInput('openHours').help)}
      unit={t('planner:inputs.openHoursUnit')}
      tag={source.tag}
      origins={[source.origin, source.beforeOrigin]}
      edited={edited}
      onReset={() => resetInputs(['openHours'])}
      from={hours.from / 60}
      to={hours.to / 60}
      top={24}
      most={24}
      step={1}
      least={1}
      onChange={(from, to) => setInputs({ openHours: formatOpenHours({ from: Math.round(from * 60), to: Math.round(to * 60) }) })}
    />
  );
});

/** Sites rarely take longer than a day to open; the field takes what the catalogue allows. */
const SLIDER_HOURS = 24;
const MOBILISE = ['mobilise.minHours', 'mobilise.maxHours'] as const;

/** How long the sites take to open, shortest and longest. */
export const MobiliseInput = memo(function MobiliseInput(): ReactElement {
  const { t, pick } = useText();
  const setInputs = usePlanner((state) => state.setInputs);
  const resetInputs = usePlanner((state) => state.resetInputs);
  const [from, to] = [useSetting('mobilise.minHours'), useSetting('mobilise.maxHours')];
  const edited = usePlanner((state) => MOBILISE.some((path) => isEdited(state.plan, path)));
  const source = useSource('mobilise.minHours', edited);
  const definition = getInput('mobilise.maxHours');
  return (
    <HourRange
      label={t('planner:inputs.mobilise')}
      help={pick(getInput('mobilise.minHours').help)}
      unit={t('planner:inputs.hourUnit')}
      tag={source.tag}
      origins={[source.origin, source.beforeOrigin]}
      edited={edited}
      onReset={() => resetInputs(MOBILISE)}
      from={from}
      to={to}
      top={SLIDER_HOURS}
      most={'max' in definition ? definition.max : SLIDER_HOURS}
      step={0.5}
      least={0}
      onChange={(least, most) => setInputs({ 'mobilise.minHours': least, 'mobilise.maxHours': most })}
    />
  );
});
