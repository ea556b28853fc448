import type { CityPack } from '../city/index.ts';
import type { Remedy } from '../experiment/index.ts';
import { resolveSettings } from '../scenario/index.ts';
import type { Text } from '../text/index.ts';

/** A remedy as a sentence in two halves: what to do, and what comes of it with its chance on the runs that were tried. */
export function remedyWords(text: Text, remedy: Remedy, city: CityPack): { readonly action: string; readonly effect: string } {
  const { t, format } = text;
  const { settings } = resolveSettings(remedy.scenario, city);
  const { deadline, goalHours, probability, interval, study } = remedy;
  const effect = t(`planner:remedy.${deadline}`, {
    clock: goalHours === null ? '–' : format.clock(goalHours, settings['order.clock']),
    chance: format.probability(probability, interval, study.replications),
  });
  return { action: action(text, remedy, settings['staff.reading']), effect };
}

function action({ t, format }: Text, { kind, amount, desks, devices }: Remedy, reading: 'A' | 'B'): string {
  const equipment = devices > 0 ? 'Devices' : '';
  switch (kind) {
    case 'desks':
      return t(`planner:remedy.desks${reading}${equipment}`, { desks: format.number(desks), devices: format.number(devices) });
    case 'pace':
      return t(`planner:remedy.pace${equipment}`, {
        rate: format.number(amount),
        devices: format.number(devices),
      });
    case 'tubes':
      return t(desks > 0 ? `planner:remedy.tubesDesks${equipment}` : 'planner:remedy.tubes', {
        tubes: format.tubesPerDay(amount),
        desks: format.number(desks),
        devices: format.number(devices),
      });
  }
}
