import { Select } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Side } from '../../../store/index.ts';
import { useText } from '../../kit/index.ts';
import { usePlanner } from '../store-context.tsx';
import { contenderKey, type OfferedContender } from './use-contenders.ts';

const GROUPS = { pin: 'compare:screen.pins', plan: 'compare:screen.plan', preset: 'compare:screen.presets' } as const;

/** What stands on one side of the comparison. */
export function ContenderSelect({ side, offered }: { side: Side; offered: readonly OfferedContender[] }): ReactElement {
  const { t, pick } = useText();
  const chosen = usePlanner((state) => state.contenders[side]);
  const choose = usePlanner((state) => state.choose);
  const label = t('compare:screen.choose', { side: side.toUpperCase() });
  const data = (['pin', 'plan', 'preset'] as const)
    .map((kind) => ({
      group: t(GROUPS[kind]),
      items: offered
        .filter(({ contender }) => contender.kind === kind)
        .map(({ key, name }) => ({
          value: key,
          label: kind === 'plan' ? t('compare:screen.planNamed', { name: pick(name) }) : pick(name),
        })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <div className="compare-side">
      <b aria-hidden="true">{side.toUpperCase()}</b>
      <Select
        size="sm"
        aria-label={label}
        data={data}
        value={contenderKey(chosen)}
        onChange={(value) => {
          const found = offered.find(({ key }) => key === value);
          if (found) choose(side, found.contender);
        }}
        allowDeselect={false}
        maxDropdownHeight={420}
        comboboxProps={{ width: 'max-content', position: 'bottom-start', transitionProps: { duration: 0 } }}
      />
    </div>
  );
}
