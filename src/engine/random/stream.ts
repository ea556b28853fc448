/**
 * Named random streams. A stream belongs to (seed, replication, place, purpose): nothing depends on the order in which places are worked
 * on, so one more site or worker moves no other draw. Key → state: MurmurHash3 x86 128 (Appleby). Generator: sfc32 (Doty-Humphrey, PractRand).
 */

/** What a stream's draws are for. Numbers are part of the model: a changed number changes every result. */
export const PURPOSE = {
  arrival: 1,
  sampling: 2,
  registration: 3,
  opening: 4,
  speed: 5,
  keyGroup: 6,
  infection: 7,
  falsePositive: 8,
  courier: 9,
  recall: 10,
  assay: 11,
  plan: 12,
  boards: 13,
  call: 20,
  callDetails: 21,
  transfer: 22,
  transferDetails: 23,
  moreCalls: 24,
  moreCallDetails: 25,
  breakdown: 26,
  driving: 27,
} as const;
export type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

/** Place of draws that belong to the whole city. */
export const CITY_PLACE = 0xffffffff;

const WARM_UP_DRAWS = 12;

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

function finalMix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** MurmurHash3 x86 128 of one 16-byte block of four little-endian words, hash seed 0, written as four words at `offset`. */
export function hashWords(out: Int32Array, offset: number, k1: number, k2: number, k3: number, k4: number, hashSeed = 0): void {
  const C1 = 0x239b961b;
  const C2 = 0xab0e9789 | 0;
  const C3 = 0x38b34ae5;
  const C4 = 0xa1e38b93 | 0;
  let h1 = hashSeed | 0;
  let h2 = hashSeed | 0;
  let h3 = hashSeed | 0;
  let h4 = hashSeed | 0;
  h1 ^= Math.imul(rotateLeft(Math.imul(k1, C1), 15), C2);
  h1 = (Math.imul((rotateLeft(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
  h2 ^= Math.imul(rotateLeft(Math.imul(k2, C2), 16), C3);
  h2 = (Math.imul((rotateLeft(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
  h3 ^= Math.imul(rotateLeft(Math.imul(k3, C3), 17), C4);
  h3 = (Math.imul((rotateLeft(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
  h4 ^= Math.imul(rotateLeft(Math.imul(k4, C4), 18), C1);
  h4 = (Math.imul((rotateLeft(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  const length = 16;
  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = finalMix(h1);
  h2 = finalMix(h2);
  h3 = finalMix(h3);
  h4 = finalMix(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  out[offset] = h1;
  out[offset + 1] = (h2 + h1) | 0;
  out[offset + 2] = (h3 + h1) | 0;
  out[offset + 3] = (h4 + h1) | 0;
}

/** Puts the state of the named stream at `states[offset … offset + 3]`. Seed, replication and place count modulo 2³². */
export function seedStream(states: Int32Array, offset: number, seed: number, replication: number, place: number, purpose: Purpose): void {
  hashWords(states, offset, seed | 0, replication | 0, place | 0, purpose);
  for (let i = 0; i < WARM_UP_DRAWS; i++) nextUint32(states, offset);
}

/** Next 32 random bits of the stream at `offset`, as an unsigned number. sfc32. */
export function nextUint32(states: Int32Array, offset: number): number {
  const b = states[offset + 1];
  const c = states[offset + 2];
  const counter = states[offset + 3];
  const out = (states[offset] + b + counter) | 0;
  states[offset + 3] = (counter + 1) | 0;
  states[offset] = b ^ (b >>> 9);
  states[offset + 1] = (c + (c << 3)) | 0;
  states[offset + 2] = (rotateLeft(c, 21) + out) | 0;
  return out >>> 0;
}

const UNIT = 1 / 4294967296;

/** Uniform on (0, 1), never 0 or 1: the middle of one of 2³² cells. */
export function nextUnit(states: Int32Array, offset: number): number {
  return (nextUint32(states, offset) + 0.5) * UNIT;
}

/** A stream of its own, for places where speed does not count. */
export interface Stream {
  nextUint32(): number;
  /** Uniform on (0, 1). */
  nextUnit(): number;
}

/** The named stream (seed, replication, place, purpose). */
export function createStream(seed: number, replication: number, place: number, purpose: Purpose): Stream {
  const state = new Int32Array(4);
  seedStream(state, 0, seed, replication, place, purpose);
  return { nextUint32: () => nextUint32(state, 0), nextUnit: () => nextUnit(state, 0) };
}
