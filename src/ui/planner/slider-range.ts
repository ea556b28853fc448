/** Smallest of 1, 2, 5 × 10ⁿ that is not below `value`; 0 gives 1. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const decade = 10 ** Math.floor(Math.log10(value));
  const lead = value / decade;
  return decade * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

/** Right end of a slider that starts at a preset's value: room for about four times as much. */
export const sliderTop = (value: number): number => niceCeiling(4 * value);

/** A step that divides a slider into about two hundred even places. */
export const sliderStep = (span: number): number => niceCeiling(span / 200);
