import type { LightText } from '../../text/index.ts';

const STEP_MINUTES = 5;
/** From here on people think in hours, and half an hour is as fine as a forecast is. */
const HOURS_FROM = 120;

const fives = (minutes: number): number => Math.max(STEP_MINUTES, Math.round(minutes / STEP_MINUTES) * STEP_MINUTES);
const halves = (minutes: number): number => Math.max(0.5, Math.round(minutes / 30) / 2);
const hourWords = (hours: number): string => String(hours);

/** A length of time for people: 不到 5 分钟, 约 25 分钟, 约 3.5 小时; without end: 可能轮不到. */
export function spanWords({ t }: LightText, minutes: number): string {
  if (minutes === Infinity) return t('residents:span.never');
  if (minutes < STEP_MINUTES) return t('residents:span.less');
  if (minutes < HOURS_FROM) return t('residents:span.minutes', { minutes: fives(minutes) });
  return t('residents:span.hours', { hours: hourWords(halves(minutes)) });
}

/** A range of times: 20–35 分钟, 2.5–4 小时; equal ends read as one length, an end that never comes as "more than". */
export function rangeWords(text: LightText, low: number, high: number): string {
  const { t } = text;
  if (low === Infinity) return t('residents:span.never');
  if (high === Infinity) return t('residents:span.over', { low: hourWords(halves(low)) });
  if (high < STEP_MINUTES) return t('residents:span.less');
  if (high < HOURS_FROM) {
    if (low < STEP_MINUTES) return t('residents:span.upTo', { high: fives(high) });
    const from = fives(low);
    return from === fives(high) ? spanWords(text, high) : t('residents:span.minutesRange', { low: from, high: fives(high) });
  }
  const [from, to] = [halves(low), halves(high)];
  return from === to ? spanWords(text, high) : t('residents:span.hoursRange', { low: hourWords(from), high: hourWords(to) });
}
