import { Slider } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import { isReinforcementEdited, reinforcementOf } from '../../store/index.ts';
import { NumberField, useText } from '../kit/index.ts';
import { InputFrame } from './InputFrame.tsx';
import { sliderStep, sliderTop } from './slider-range.ts';
import { useBaseSettings, usePlanner } from './store-context.tsx';
import { useRefusal } from './use-refusal.ts';

const MOST_DESKS = 20_000;
const LATEST_HOURS = 1440;

/** Support teams that come from outside: how many desks, and when they start. A dated change of the scenario. */
export const ReinforcementInput = memo(function ReinforcementInput(): ReactElement {
  const { t, format } = useText();
  const setReinforcement = usePlanner((state) => state.setReinforcement);
  const resetReinforcement = usePlanner((state) => state.resetReinforcement);
  const { settings } = useBaseSettings();
  const desks = usePlanner((state) => reinforcementOf(state.plan.scenario).desks);
  const at = usePlanner((state) => reinforcementOf(state.plan.scenario).at);
  const edited = usePlanner((state) => isReinforcementEdited(state.plan));
  const label = t('planner:inputs.reinforcement');
  const unit = t('planner:inputs.reinforcementUnit');
  const top = Math.max(sliderTop(settings['staff.total'] / 4), desks);
  const refusal = useRefusal(`${desks}-${at}`);
  const apply = (next: number): void => setReinforcement({ desks: next, at });
  return (
    <InputFrame
      label={label}
      help={t('planner:inputs.reinforcementOrigin')}
      tag={edited ? 'user' : desks > 0 ? 'scenario' : 'assumed'}
      origins={[]}
      edited={edited}
      onReset={resetReinforcement}
      problem={refusal.problem}
      fields={
        <>
          <NumberField
            value={desks}
            min={0}
            max={MOST_DESKS}
            step={10}
            width={5}
            label={`${t('planner:inputs.value', { label })} (${unit})`}
            onCommit={apply}
            onRefused={refusal.range(0, MOST_DESKS, unit)}
          />
          <span className="input-unit">
            {unit} {t('planner:inputs.reinforcementAt')}
          </span>
          <NumberField
            value={at}
            min={0}
            max={LATEST_HOURS}
            step={1}
            decimals={1}
            width={3}
            label={t('planner:inputs.reinforcementAtLabel')}
            onCommit={(next) => setReinforcement({ desks, at: next })}
            onRefused={refusal.range(0, LATEST_HOURS, 'h')}
          />
          <span className="input-unit">h</span>
        </>
      }
    >
      <Slider
        className="input-slider"
        size="sm"
        thumbSize="1.05rem"
        label={null}
        min={0}
        max={top}
        step={sliderStep(top)}
        value={desks}
        onChange={apply}
        thumbLabel={t('planner:inputs.slider', { label })}
        thumbValueText={(now) => `${format.number(now)} ${unit}`}
      />
    </InputFrame>
  );
});
