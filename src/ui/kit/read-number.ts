/**
 * A number as people type it: grouped, with full-width digits of a Chinese keyboard, or in 万. Null for anything else; never guesses.
 */
export function readNumber(entered: string): number | null {
  const plain = entered.normalize('NFKC').replace(/[\s,]/g, '');
  const match = /^(\d+(?:\.\d*)?|\.\d+)(万?)$/.exec(plain);
  if (!match) return null;
  return match[2] ? Math.round(Number(match[1]) * 10_000) : Number(match[1]);
}
