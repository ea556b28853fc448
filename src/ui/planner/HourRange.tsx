import { RangeSlider } from '@mantine/core';
import type { ReactElement } from 'react';
import { NumberField, useText, type ShownTag } from '../kit/index.ts';
import { InputFrame } from './InputFrame.tsx';
import { useRefusal } from './use-refusal.ts';

interface HourRangeProps {
  readonly label: string;
  readonly help: string;
  readonly unit: string;
  readonly tag: ShownTag;
  readonly origins: readonly string[];
  readonly edited: boolean;
  readonly onReset: () => void;
  /** Hours. */
  readonly from: number;
  readonly to: number;
  /** Ends of the slider; the fields take up to `most`. */
  readonly top: number;
  readonly most: number;
  readonly step: number;
  /** Least length of the range in hours. */
  readonly least: number;
  readonly onChange: (from: number, to: number) => void;
}

/** Two hours, from and to, with a slider of two thumbs and two fields. */
export function HourRange({ label, unit, from, to, top, most, step, least, onChange, ...frame }: HourRangeProps): ReactElement {
  const { t } = useText();
  const refusal = useRefusal(`${from}-${to}`);
  const field = (end: 'from' | 'to', value: number, min: number, max: number, commit: (next: number) => void): ReactElement => (
    <NumberField
      value={value}
      min={min}
      max={max}
      step={step}
      decimals={1}
      width={3}
      label={t(`planner:inputs.${end}`, { label })}
      onCommit={commit}
      onRefused={refusal.range(min, max, unit)}
    />
  );
  return (
    <InputFrame
      label={label}
      {...frame}
      problem={refusal.problem}
      fields={
        <>
          {field('from', from, 0, to - least, (next) => onChange(next, to))}
          <span aria-hidden>–</span>
          {field('to', to, from + least, most, (next) => onChange(from, next))}
          <span className="input-unit">{unit}</span>
        </>
      }
    >
      <RangeSlider
        className="input-slider"
        size="sm"
        thumbSize="1.05rem"
        label={null}
        min={0}
        max={Math.max(top, to)}
        step={step}
        minRange={least}
        value={[from, to]}
        onChange={([nextFrom, nextTo]) => onChange(nextFrom, nextTo)}
        thumbFromLabel={t('planner:inputs.from', { label })}
        thumbToLabel={t('planner:inputs.to', { label })}
      />
    </InputFrame>
  );
}
