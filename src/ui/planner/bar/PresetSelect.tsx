import { Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { PRESETS } from '../../../scenario/index.ts';
import { isAnyEdited } from '../../../store/index.ts';
import { useText } from '../../kit/index.ts';
import { usePlanner } from '../store-context.tsx';

/** The preset or file that the plan began as, and the presets that may take its place. */
export function PresetSelect(): ReactElement {
  const { t, pick } = useText();
  const plan = usePlanner((state) => state.plan);
  const cities = usePlanner((state) => state.cities);
  const openScenario = usePlanner((state) => state.openScenario);
  const offered = PRESETS.filter((preset) => cities.some(({ id }) => id === preset.city));
  const chosen = offered.find((preset) => preset.id !== undefined && preset.id === plan.base.id);
  const edited = isAnyEdited(plan);
  const named = (name: string): string => (edited ? t('planner:bar.presetEdited', { name }) : name);
  const OTHER = 'file';
  const data = [
    ...(chosen ? [] : [{ value: OTHER, label: named(t('planner:bar.fromFile', { name: pick(plan.base.name) })) }]),
    ...offered.map((preset) => ({ value: preset.id!, label: preset === chosen ? named(pick(preset.name)) : pick(preset.name) })),
  ];
  return (
    <Select
      className="bar-preset"
      size="sm"
      aria-label={t('planner:bar.preset')}
      data={data}
      value={chosen?.id ?? OTHER}
      onChange={(id) => {
        const preset = offered.find((candidate) => candidate.id === id);
        if (preset) openScenario(preset);
      }}
      onOptionSubmit={(id) => {
        // Choosing the preset in force again puts an edited plan back to it.
        if (chosen && id === chosen.id && edited) openScenario(chosen);
      }}
      allowDeselect={false}
      withCheckIcon={false}
      maxDropdownHeight={420}
      comboboxProps={{ width: 'max-content', position: 'bottom-start', transitionProps: { duration: 0 } }}
    />
  );
}
