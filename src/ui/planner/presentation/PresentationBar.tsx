import { SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton, useText } from '../../kit/index.ts';
import { usePlanner } from '../store-context.tsx';

const OWN = 'own';
/** Runs that can be called up by one key. */
const NUMBERED = 9;

/** What stays of the bar in a presentation: which run is shown, that it is simulated, and the way out. */
export function PresentationBar(): ReactElement {
  const { t, pick } = useText();
  const city = usePlanner((state) => state.city);
  const scenario = usePlanner((state) => state.plan.scenario);
  const allPins = usePlanner((state) => state.pins);
  const presented = usePlanner((state) => state.presentedPin);
  const present = usePlanner((state) => state.present);
  const setPresenting = usePlanner((state) => state.setPresenting);
  const pins = allPins.filter(({ cityId }) => cityId === city.id);
  const runs = [{ value: OWN, label: pick(scenario.name) }, ...pins.map(({ id, name }) => ({ value: id, label: pick(name) }))];
  useHotkeys([
    ['Escape', () => setPresenting(false)],
    ...runs
      .slice(0, NUMBERED)
      .map(({ value }, index): [string, () => void] => [String(index + 1), () => present(value === OWN ? null : value)]),
  ]);
  return (
    <header className="presentation-bar" aria-label={t('planner:bar.region')}>
      <h1>
        {t('product:name')} <span>{pick(city.name)}</span>
      </h1>
      {runs.length > 1 ? (
        <SegmentedControl
          aria-label={t('play:stage.runs')}
          data={runs.map((run, index) => ({ ...run, label: `${index + 1} ${run.label}` }))}
          value={presented ?? OWN}
          onChange={(id) => present(id === OWN ? null : id)}
          transitionDuration={0}
        />
      ) : (
        <p>{runs[0].label}</p>
      )}
      <strong className="bar-simulated">{t('product:simulated')}</strong>
      <IconButton icon={X} label={t('play:present.leave')} onClick={() => setPresenting(false)} />
    </header>
  );
}
