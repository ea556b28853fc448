const LONGEST = 300;

/** An address that a telephone's camera can open: http or https, short enough for a code, without a fragment of its own. */
export function isWebAddress(address: string): boolean {
  if (address.length > LONGEST || /[#\s]/.test(address)) return false;
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}
