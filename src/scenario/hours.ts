/** Open hours of a day in minutes after local midnight; `to` is at most 1440. Round the clock is 0–1440. */
export interface OpenHours {
  readonly from: number;
  readonly to: number;
}

const MINUTES_PER_DAY = 1440;

/** Full-width and typographic marks that a Chinese keyboard gives, as plain ones. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[–—−~～至到]/g, '-')
    .toLowerCase();

function clockMinutes(text: string): number | null {
  const match = /^(\d{1,2})(?::(\d{2}))?$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minutes <= MINUTES_PER_DAY ? minutes : null;
}

/**
 * Reads "06:00-24:00", "6-24", "18" (hours a day, ending at 24:00), "24", "24h". Null when it is none of these, when the end is not
 * after the start, or when it lies outside one day.
 */
export function findOpenHours(text: string): OpenHours | null {
  const words = plain(text).replace(/(小时|hours?|h)$/, '');
  const range = words.split('-');
  if (range.length === 2) {
    const from = clockMinutes(range[0]);
    const to = clockMinutes(range[1]);
    return from !== null && to !== null && from < to ? { from, to } : null;
  }
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(words)) return null;
  const length = Math.round(Number(words) * 60);
  return length >= 1 && length <= MINUTES_PER_DAY ? { from: MINUTES_PER_DAY - length, to: MINUTES_PER_DAY } : null;
}

/** As findOpenHours; throws on anything it cannot read. For values that were checked before. */
export function parseOpenHours(text: string): OpenHours {
  const hours = findOpenHours(text);
  if (!hours) throw new Error(`not open hours: ${text}`);
  return hours;
}

/** Minutes after midnight of a clock time "08:00"; null when it is none, or 24:00. */
export function findClock(text: string): number | null {
  const minutes = clockMinutes(plain(text));
  return minutes !== null && minutes < MINUTES_PER_DAY ? minutes : null;
}

export const formatClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The one written form, "06:00-24:00". */
export const formatOpenHours = (hours: OpenHours): string => `${formatClock(hours.from)}-${formatClock(hours.to)}`;
