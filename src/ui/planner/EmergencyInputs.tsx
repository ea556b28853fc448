import { Button, Select } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { useStore } from 'zustand';
import { CATALOGUE, getInput, resolveSettings, type ChoiceInput, type InputPath, type NumberInput } from '../../scenario/index.ts';
import type { EmergencyStore } from '../../store/index.ts';
import { NumberField, useText } from '../kit/index.ts';
import { InputFrame } from './InputFrame.tsx';
import { useRefusal } from './use-refusal.ts';

/** What planners turn first; everything else about ambulances is folded below. */
const BASIC: readonly InputPath[] = [
  'emergency.urbanSpeedKmh',
  'emergency.ruralSpeedKmh',
  'emergency.motorwaySpeedKmh',
  'emergency.urbanPeakFactor',
  'emergency.handlingMinutes',
  'emergency.turnoutMedianMinutes',
  'emergency.fleet',
  'emergency.callsPerThousand',
  'emergency.transfersPerDay',
  'emergency.policy',
];
const PREFIX = 'emergency.';
const REST = CATALOGUE.filter(({ path, kind }) => path.startsWith(PREFIX) && !BASIC.includes(path) && kind !== 'hours').map(
  ({ path }) => path,
);

/** The ambulance inputs with units and sources; every change is answered at once. */
export function EmergencyInputs({ store }: { store: EmergencyStore }): ReactElement {
  const { t } = useText();
  const inputs = useStore(store, (state) => state.inputs);
  return (
    <section className="inputs" aria-labelledby="emergency-inputs">
      <div className="inputs-title">
        <h2 id="emergency-inputs" className="card-title">
          {t('reach:inputs.region')}
        </h2>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<RotateCcw size="0.9rem" aria-hidden />}
          disabled={Object.keys(inputs).length === 0}
          onClick={() => store.getState().resetInputs()}
        >
          {t('planner:inputs.resetAll')}
        </Button>
      </div>
      {BASIC.map((path) => (
        <EmergencyInput key={path} {...{ path, store }} />
      ))}
      <details className="inputs-rest">
        <summary>{t('reach:inputs.more', { count: REST.length })}</summary>
        {REST.map((path) => (
          <EmergencyInput key={path} {...{ path, store }} />
        ))}
      </details>
    </section>
  );
}

function EmergencyInput({ path, store }: { path: InputPath; store: EmergencyStore }): ReactElement {
  const { pick } = useText();
  const definition = getInput(path);
  const value = useStore(store, (state) => state.settings[path]);
  const city = useStore(store, (state) => state.city);
  const edited = useStore(store, (state) => path in state.inputs);
  const source = useMemo(() => resolveSettings({ inputs: {} }, city).provenance.get(path)!, [city, path]);
  const refusal = useRefusal(value as string | number);
  const { setInputs, resetInputs } = store.getState();
  const label = pick(definition.label);
  return (
    <InputFrame
      {...{ label, edited }}
      help={pick(definition.help)}
      tag={edited || source.tag === 'user' ? 'user' : source.tag}
      origins={[pick(source.origin)]}
      onReset={() => resetInputs([path])}
      problem={refusal.problem}
      oneLine
      fields={
        definition.kind === 'number' || definition.kind === 'integer' ? (
          <Amount
            {...{ definition, label }}
            value={value as number}
            onSet={(next) => setInputs({ [path]: next })}
            onRefused={refusal.range}
          />
        ) : (
          <Choice {...{ definition, label }} value={value} onSet={(next) => setInputs({ [path]: next })} />
        )
      }
    />
  );
}

interface AmountProps {
  readonly definition: NumberInput;
  readonly label: string;
  readonly value: number;
  readonly onSet: (value: number) => void;
  readonly onRefused: ReturnType<typeof useRefusal>['range'];
}

function Amount({ definition, label, value, onSet, onRefused }: AmountProps): ReactElement {
  const { t, pick } = useText();
  const { min, max, step } = definition;
  const unit = pick(definition.unit);
  const decimals = definition.kind === 'integer' ? 0 : Math.max(0, -Math.floor(Math.log10(step)));
  return (
    <>
      <NumberField
        {...{ value, min, max, step, decimals }}
        width={5}
        label={`${t('planner:inputs.value', { label })} (${unit})`}
        onCommit={onSet}
        onRefused={onRefused(min, max, unit, decimals)}
      />
      <span className="input-unit">{unit}</span>
    </>
  );
}

interface ChoiceProps {
  readonly definition: ReturnType<typeof getInput>;
  readonly label: string;
  readonly value: string | number | boolean;
  readonly onSet: (value: string | number | boolean) => void;
}

/** A choice of the catalogue, or a switch as a choice of yes and no. */
function Choice({ definition, label, value, onSet }: ChoiceProps): ReactElement {
  const { t, pick } = useText();
  const data =
    definition.kind === 'switch'
      ? [
          { value: 'true', label: t('reach:inputs.yes') },
          { value: 'false', label: t('reach:inputs.no') },
        ]
      : (definition as ChoiceInput).choices.map((choice) => ({
          value: String(choice),
          label: pick((definition as ChoiceInput).choiceLabels[String(choice)]),
        }));
  return (
    <Select
      className="emergency-choice"
      size="xs"
      aria-label={label}
      allowDeselect={false}
      data={data}
      value={String(value)}
      onChange={(next) => {
        if (next !== null) onSet(definition.kind === 'switch' ? next === 'true' : next);
      }}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}
