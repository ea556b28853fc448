import { Slider } from '@mantine/core';
import type { ReactElement } from 'react';
import { isReinforcementEdited, reinforcementOf } from '../../store/index.ts';
import { NumberField, useText } from '../kit/index.ts';
import { InputFrame } from './InputFrame.tsx';
import { sliderStep, sliderTop } from './slider-range.ts';
import { usePlanner, useSettings } from './store-context.tsx';
import { useRefusal } from './use-refusal.ts';

const MOST_DESKS = 20_000;
const LATEST_HOURS = 1440;

/** Support teams that come from outside: how many desks, and when they start. A dated change of the scenario. */
export function ReinforcementInput(): ReactElement {
  const { t, format } = useText();
  const plan = usePlanner((state) => state.plan);
  const setReinforcement = usePlanner((state) => state.setReinforcement);
  const resetReinforcement = usePlanner((state) => state.resetReinforcement);
  const { settings } = useSettings(plan.base);
  const teams = reinforcementOf(plan.scenario);
  const edited = isReinforcementEdited(plan);
  const label = t('planner:inputs.reinforcement');
  const unit = t('planner:inputs.reinforcementUnit');
  const top = Math.max(sliderTop(settings['staff.total'] / 4), teams.desks);
  const refusal = useRefusal(`${teams.desks}-${teams.at}`);
  const apply = (desks: number): void => setReinforcement({ ...teams, desks });
  return (
    <InputFrame
      label={label}
      help={t('planner:inputs.reinforcementOrigin')}
      tag={edited ? 'user' : teams.desks > 0 ? 'scenario' : 'assumed'}
      origins={[]}
      edited={edited}
      onReset={resetReinforcement}
      problem={refusal.problem}
      fields={
        <>
          <NumberField
            value={teams.desks}
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
            value={teams.at}
            min={0}
            max={LATEST_HOURS}
            step={1}
            decimals={1}
            width={3}
            label={t('planner:inputs.reinforcementAtLabel')}
            onCommit={(at) => setReinforcement({ ...teams, at })}
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
        value={teams.desks}
        onChange={apply}
        thumbLabel={t('planner:inputs.slider', { label })}
        thumbValueText={(now) => `${format.number(now)} ${unit}`}
      />
    </InputFrame>
  );
}
