import { clockMinutes } from '../../text/index.ts';

const MINUTES_PER_DAY = 1440;
const OFFSET = /^(?:t\s*\+\s*)?(\d{1,4}(?:\.\d{1,2})?)\s*(?:h|小时)?$/;
const CLOCK = /^(?:(?:第|day|d)?\s*(\d{1,3})\s*[天日,\s]\s*)?(\d{1,2})\s*[:点时]\s*(\d{1,2})?\s*分?$/;

/**
 * Hours after the order of an instant as people write it: "T+20", "20.5 h", "第2天 04:00", "day 2 4:00", or "04:00" of the day of `near`.
 * Null for anything else and for what lies before the order. `orderClock` is the local time of hour 0.
 */
export function readInstant(entered: string, orderClock: string, near: number): number | null {
  const plain = entered.normalize('NFKC').trim().toLowerCase();
  const offset = OFFSET.exec(plain);
  if (offset) return Number(offset[1]);
  const found = CLOCK.exec(plain);
  if (!found) return null;
  const origin = clockMinutes(orderClock);
  const today = Math.floor((origin + Math.round(near * 60)) / MINUTES_PER_DAY) + 1;
  const [day, hour, minute] = [Number(found[1] ?? today), Number(found[2]), Number(found[3] ?? 0)];
  if (day < 1 || hour > 24 || minute > 59) return null;
  const minutes = (day - 1) * MINUTES_PER_DAY + hour * 60 + minute - origin;
  return minutes < 0 ? null : minutes / 60;
}
