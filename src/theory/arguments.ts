/** Throws a RangeError that names the place, its value and what is allowed there. */
export function requireThat(holds: boolean, place: string, value: unknown, allowed: string): void {
  if (!holds) throw new RangeError(`${place} = ${String(value)}: allowed is ${allowed}`);
}

export function requirePositive(place: string, value: number): void {
  requireThat(Number.isFinite(value) && value > 0, place, value, 'a finite number above 0');
}

export function requireNonNegative(place: string, value: number): void {
  requireThat(Number.isFinite(value) && value >= 0, place, value, 'a finite number of at least 0');
}

export function requireProbability(place: string, value: number): void {
  requireThat(value >= 0 && value <= 1, place, value, '0 to 1');
}

/** Servers, batch sizes and capacities. A million keeps every recursion below a second. */
export function requireCount(place: string, value: number, least = 1): void {
  requireThat(Number.isInteger(value) && value >= least && value <= 1_000_000, place, value, `a whole number from ${least} to 1000000`);
}
