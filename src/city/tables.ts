/** Tenths of minutes kept as Uint16, so the longest time is 6,553.5 minutes. */
const TENTHS = 10;

/** Minutes as base64 of little-endian Uint16 tenths. */
export function packMinutes(minutes: ArrayLike<number>): string {
  let binary = '';
  for (let i = 0; i < minutes.length; i++) {
    const tenths = Math.min(0xffff, Math.round(minutes[i] * TENTHS));
    binary += String.fromCharCode(tenths & 0xff, tenths >>> 8);
  }
  return btoa(binary);
}

/** Bytes that a base64 text stands for, without decoding it; −1 when it is no base64. */
export function packedBytes(base64: string): number {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return -1;
  return (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
}

/** Tenths of minutes out of base64. */
export function unpackTenths(base64: string): Uint16Array {
  const binary = atob(base64);
  const tenths = new Uint16Array(binary.length >> 1);
  for (let i = 0; i < tenths.length; i++) tenths[i] = binary.charCodeAt(2 * i) | (binary.charCodeAt(2 * i + 1) << 8);
  return tenths;
}

/** Place of (i, j) in a lower triangle with its diagonal, row by row. */
export function triangleIndex(i: number, j: number): number {
  return i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i;
}
