import { RangeSlider } from '@mantine/core';
import type { ReactElement } from 'react';
import { formatOpenHours, getInput, parseOpenHours } from '../../scenario/index.ts';
import { isEdited } from '../../store/index.ts';
import { NumberField, useText } from '../kit/index.ts';
import { InputFrame, useSource } from './InputFrame.tsx';
import { usePlanner, useSettings } from './store-context.tsx';

/** Daily opening hours, from and to; 0–24 is round the clock. */
export function OpenHoursInput(): ReactElement {
  const { t, pick } = useText();
  const plan = usePlanner((state) => state.plan);
  const setInputs = usePlanner((state) => state.setInputs);
  const resetInput = usePlanner((state) => state.resetInput);
  const { settings } = useSettings();
  const edited = isEdited(plan, 'openHours');
  const source = useSource('openHours', edited);
  const { from, to } = parseOpenHours(settings.openHours);
  const [start, end] = [from / 60, to / 60];
  const label = t('planner:inputs.openHours');
  const apply = (nextStart: number, nextEnd: number): void => {
    if (nextEnd > nextStart) setInputs({ openHours: formatOpenHours({ from: Math.round(nextStart * 60), to: Math.round(nextEnd * 60) }) });
  };
  const field = (end_: 'from' | 'to', value: number, min: number, max: number, commit: (next: number) => void): ReactElement => (
    <NumberField
      value={value}
      min={min}
      max={max}
      step={1}
      decimals={1}
      width={3}
      label={t(`planner:inputs.${end_}`, { label })}
      onCommit={commit}
    />
  );
  return (
    <InputFrame
      label={label}
      help={pick(getInput('openHours').help)}
      tag={source.tag}
      origins={[source.origin, source.beforeOrigin]}
      edited={edited}
      onReset={() => resetInput('openHours')}
      fields={
        <>
          {field('from', start, 0, 23, (next) => apply(next, end))}
          <span aria-hidden>–</span>
          {field('to', end, 1, 24, (next) => apply(start, next))}
          <span className="input-unit">{t('planner:inputs.openHoursUnit')}</span>
        </>
      }
    >
      <RangeSlider
        className="input-slider"
        size="sm"
        thumbSize="1.05rem"
        label={null}
        min={0}
        max={24}
        step={1}
        minRange={1}
        value={[start, end]}
        onChange={([nextStart, nextEnd]) => apply(nextStart, nextEnd)}
        thumbFromLabel={t('planner:inputs.from', { label })}
        thumbToLabel={t('planner:inputs.to', { label })}
      />
    </InputFrame>
  );
}

const MOBILISE_TOP = 24;

/** How long the sites take to open, shortest and longest. */
export function MobiliseInput(): ReactElement {
  const { t, pick } = useText();
  const plan = usePlanner((state) => state.plan);
  const setInputs = usePlanner((state) => state.setInputs);
  const { settings } = useSettings();
  const { settings: base } = useSettings(plan.base);
  const edited = isEdited(plan, 'mobilise.minHours') || isEdited(plan, 'mobilise.maxHours');
  const source = useSource('mobilise.minHours', edited);
  const [min, max] = [settings['mobilise.minHours'], settings['mobilise.maxHours']];
  const label = t('planner:inputs.mobilise');
  const apply = (nextMin: number, nextMax: number): void => setInputs({ 'mobilise.minHours': nextMin, 'mobilise.maxHours': nextMax });
  const top = Math.max(MOBILISE_TOP, max);
  return (
    <InputFrame
      label={label}
      help={pick(getInput('mobilise.minHours').help)}
      tag={source.tag}
      origins={[source.origin, source.beforeOrigin]}
      edited={edited}
      onReset={() => apply(base['mobilise.minHours'], base['mobilise.maxHours'])}
      fields={
        <>
          <NumberField
            value={min}
            min={0}
            max={max}
            step={0.5}
            decimals={1}
            width={3}
            label={t('planner:inputs.from', { label })}
            onCommit={(next) => apply(next, max)}
          />
          <span aria-hidden>–</span>
          <NumberField
            value={max}
            min={min}
            max={72}
            step={0.5}
            decimals={1}
            width={3}
            label={t('planner:inputs.to', { label })}
            onCommit={(next) => apply(min, next)}
          />
          <span className="input-unit">{t('planner:inputs.hourUnit')}</span>
        </>
      }
    >
      <RangeSlider
        className="input-slider"
        size="sm"
        thumbSize="1.05rem"
        label={null}
        min={0}
        max={top}
        step={0.5}
        minRange={0}
        value={[min, max]}
        onChange={([nextMin, nextMax]) => apply(nextMin, nextMax)}
        thumbFromLabel={t('planner:inputs.from', { label })}
        thumbToLabel={t('planner:inputs.to', { label })}
      />
    </InputFrame>
  );
}
