import { SegmentedControl } from '@mantine/core';
import { memo, type ReactElement } from 'react';
import { getInput } from '../../scenario/index.ts';
import { isEdited } from '../../store/index.ts';
import { useText } from '../kit/index.ts';
import { InputFrame, useSource } from './InputFrame.tsx';
import { usePlanner, useSetting } from './store-context.tsx';

/** People per tube: the few sizes that guidance knows. */
export const PoolInput = memo(function PoolInput(): ReactElement {
  const { pick } = useText();
  const definition = getInput('pool.size');
  const setInputs = usePlanner((state) => state.setInputs);
  const resetInputs = usePlanner((state) => state.resetInputs);
  const size = useSetting('pool.size');
  const edited = usePlanner((state) => isEdited(state.plan, 'pool.size'));
  const source = useSource('pool.size', edited);
  if (definition.kind !== 'choice') throw new Error('pool.size is not a choice');
  return (
    <InputFrame
      label={pick(definition.label)}
      help={pick(definition.help)}
      tag={source.tag}
      origins={[source.origin, source.beforeOrigin]}
      edited={edited}
      onReset={() => resetInputs(['pool.size'])}
      oneLine
      fields={
        <SegmentedControl
          className="pool-sizes"
          size="xs"
          aria-label={pick(definition.label)}
          value={String(size)}
          onChange={(chosen) => setInputs({ 'pool.size': Number(chosen) })}
          data={definition.choices.map((people) => ({ value: String(people), label: `${people}:1` }))}
          transitionDuration={0}
        />
      }
    />
  );
});
