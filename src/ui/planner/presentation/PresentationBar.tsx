import { SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton, useText } from '../../kit/index.ts';
import { isMapLayer, MAP_LAYERS, type MapLayer } from '../../map/index.ts';
import { usePlanner } from '../store-context.tsx';
import { useStagedRuns } from './use-beside.ts';

const OWN = 'own';
/** Runs that can be called up by one key. */
const NUMBERED = 9;
/** Where keys are letters. The choice of the run is made of inputs too, and keeps the focus after a click. */
const FIELDS = ['TEXTAREA', 'SELECT'];

/** Keys of a presentation that nothing on the screen shows: layers and what lies over them. */
function useMapKeys(): void {
  const layer = usePlanner((state) => state.mapLayer);
  const setLayer = usePlanner((state) => state.setMapLayer);
  const overlays = usePlanner((state) => state.mapOverlays);
  const setOverlays = usePlanner((state) => state.setMapOverlays);
  const turn = (step: 1 | -1): void => {
    const now: MapLayer = isMapLayer(layer) ? layer : 'wait';
    setLayer(MAP_LAYERS[(MAP_LAYERS.indexOf(now) + step + MAP_LAYERS.length) % MAP_LAYERS.length]);
  };
  const toggle = (name: string): void =>
    setOverlays(overlays.includes(name) ? overlays.filter((other) => other !== name) : [...overlays, name]);
  useHotkeys(
    [
      ['L', () => turn(1)],
      ['shift+L', () => turn(-1)],
      ['V', () => toggle('flows')],
      ['C', () => toggle('couriers')],
    ],
    FIELDS,
  );
}

/** What stays of the bar in a presentation: which run is shown, that it is simulated, and the way out. */
export function PresentationBar(): ReactElement {
  const { t, pick } = useText();
  const city = usePlanner((state) => state.city);
  const present = usePlanner((state) => state.present);
  const selection = usePlanner((state) => state.selection);
  const setPresenting = usePlanner((state) => state.setPresenting);
  const { runs, shown } = useStagedRuns();
  useMapKeys();
  useHotkeys(
    [
      // The first Escape closes a story, the next one leaves.
      ['Escape', () => selection === null && setPresenting(false)],
      ...runs.slice(0, NUMBERED).map(({ pin }, index): [string, () => void] => [String(index + 1), () => present(pin)]),
    ],
    FIELDS,
  );
  return (
    <header className="presentation-bar" aria-label={t('planner:bar.region')}>
      <h1>
        {t('product:name')} <span>{pick(city.name)}</span>
      </h1>
      {runs.length > 1 ? (
        <SegmentedControl
          className="presentation-runs"
          aria-label={t('play:stage.runs')}
          data={runs.map(({ pin, name }, index) => ({ value: pin ?? OWN, label: `${index + 1} ${pick(name)}` }))}
          value={shown.pin ?? OWN}
          onChange={(id) => present(id === OWN ? null : id)}
          transitionDuration={0}
        />
      ) : (
        <p>{pick(shown.name)}</p>
      )}
      <strong className="bar-simulated">{t('product:simulated')}</strong>
      <IconButton icon={X} label={t('play:present.leave')} onClick={() => setPresenting(false)} />
    </header>
  );
}
