import { Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { PRESETS } from '../../../scenario/index.ts';
import { isAnyEdited } from '../../../store/index.ts';
import { useText } from '../../kit/index.ts';
import { usePlanner, usePlannerLater } from '../store-context.tsx';

/** The preset or file that the plan began as, and the presets that may take its place. */
export function PresetSelect(): ReactElement {
  const { t, pick } = useText();
  const base = usePlannerLater((state) => state.plan.base);
  const edited = usePlannerLater((state) => isAnyEdited(state.plan));
  const cities = usePlanner((state) => state.cities);
  const openScenario = usePlanner((state) => state.openScenario);
  const offered = PRESETS.filter((preset) => cities.some(({ id }) => id === preset.city));
  const chosen = offered.find((preset) => preset.id !== undefined && preset.id === base.id);
  const named = (name: string): string => (edited ? t('planner:bar.presetEdited', { name }) : name);
  const OTHER = 'file';
  const data = [
    ...(chosen ? [] : [{ value: OTHER, label: named(t('planner:bar.fromFile', { name: pick(base.name) })) }]),
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
