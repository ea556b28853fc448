import { Slider } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import { getInput, type InputPath } from '../../scenario/index.ts';
import { isEdited } from '../../store/index.ts';
import { NumberField, useText } from '../kit/index.ts';
import { InputFrame, useSource } from './InputFrame.tsx';
import { sliderStep, sliderTop } from './slider-range.ts';
import { useBaseSettings, usePlanner, useSetting } from './store-context.tsx';
import { useRefusal } from './use-refusal.ts';

interface NumericInputProps {
  readonly path: InputPath;
  readonly label?: string;
  readonly help?: string;
  readonly unit?: string;
  /** The value as people see it, and back; the identity where they see it as it is stored. */
  readonly shown?: (value: number) => number;
  readonly stored?: (shown: number) => number;
  /** Right end of the slider as shown; from the preset's value where absent. The field takes all that the catalogue allows. */
  readonly top?: number;
  readonly bottom?: number;
  readonly step?: number;
  readonly decimals?: number;
  readonly width?: number;
}

const same = (value: number): number => value;

/** A number of the catalogue with slider and field; drawn anew when its own number changes. */
export const NumericInput = memo(function NumericInput({
  path,
  shown = same,
  stored = same,
  decimals = 0,
  width = 7,
  ...own
}: NumericInputProps): ReactElement {
  const { t, format, pick } = useText();
  const definition = getInput(path);
  const setInputs = usePlanner((state) => state.setInputs);
  const resetInputs = usePlanner((state) => state.resetInputs);
  const standing = useSetting(path) as number;
  const refusal = useRefusal(standing);
  const { settings: base } = useBaseSettings();
  const edited = usePlanner((state) => isEdited(state.plan, path));
  const source = useSource(path, edited);
  if (definition.kind !== 'number' && definition.kind !== 'integer') throw new Error(`${path} is not a number`);

  const value = shown(standing);
  const ends = [shown(definition.min), shown(definition.max)].sort((a, b) => a - b);
  const [min, max] = [Math.ceil(ends[0] * 10 ** decimals) / 10 ** decimals, Math.floor(ends[1] * 10 ** decimals) / 10 ** decimals];
  const top = Math.min(max, Math.max(own.top ?? sliderTop(shown(base[path] as number)), value));
  const bottom = Math.max(min, own.bottom ?? min);
  const label = own.label ?? pick(definition.label);
  const unit = own.unit ?? pick(definition.unit);
  const apply = (next: number): void => setInputs({ [path]: stored(next) });
  return (
    <InputFrame
      label={label}
      help={own.help ?? pick(definition.help)}
      tag={source.tag}
      origins={[source.origin, source.beforeOrigin]}
      edited={edited}
      onReset={() => resetInputs([path])}
      problem={refusal.problem}
      fields={
        <>
          <NumberField
            value={Math.round(value * 10 ** decimals) / 10 ** decimals}
            min={min}
            max={max}
            step={own.step ?? definition.step}
            decimals={decimals}
            width={width}
            label={`${t('planner:inputs.value', { label })} (${unit})`}
            onCommit={apply}
            onRefused={refusal.range(min, max, unit, decimals)}
          />
          <span className="input-unit">{unit}</span>
        </>
      }
    >
      <Slider
        className="input-slider"
        size="sm"
        thumbSize="1.05rem"
        label={null}
        min={Math.min(bottom, value)}
        max={top}
        step={own.step ?? sliderStep(top - bottom)}
        value={Math.min(top, Math.max(min, value))}
        onChange={apply}
        thumbLabel={t('planner:inputs.slider', { label })}
        thumbValueText={(now) => `${format.number(now, decimals)} ${unit}`}
      />
    </InputFrame>
  );
});
