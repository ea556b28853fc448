import type { WaitThresholds } from '../../published/index.ts';
import type { Remembered } from './remembered.ts';

const KEY = 'pingzhan.residents.thresholds';
const MOST_MINUTES = 600;

/** Two whole minutes, busy below jammed; null for anything else. */
export function checkThresholds(busy: string, jammed: string): WaitThresholds | null {
  const isMinutes = (typed: string): boolean => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_MINUTES;
  if (!isMinutes(busy) || !isMinutes(jammed) || Number(busy) >= Number(jammed)) return null;
  return { busy: Number(busy), jammed: Number(jammed) };
}

/** The reader's own thresholds, or those of the publication. */
export function readThresholds(remembered: Remembered, published: WaitThresholds): WaitThresholds {
  const [busy = '', jammed = ''] = (remembered.read(KEY) ?? '').split(',');
  return checkThresholds(busy, jammed) ?? published;
}

export function keepThresholds(remembered: Remembered, { busy, jammed }: WaitThresholds): void {
  remembered.write(KEY, `${busy},${jammed}`);
}
