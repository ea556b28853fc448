import { describe, expect, it } from 'vitest';
import { createStream, hashWords, nextUint32, nextUnit, PURPOSE, seedStream } from '../../../src/engine/random/index.ts';

const rotate = (x: number, r: number): number => (x << r) | (x >>> (32 - r));
const C = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;
const BLOCK = [
  { first: 15, second: 19, add: 0x561ccd1b },
  { first: 16, second: 17, add: 0x0bcaa747 },
  { first: 17, second: 15, add: 0x96cd1c35 },
  { first: 18, second: 13, add: 0x32ac3b17 },
] as const;

function fmix(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** MurmurHash3 x86 128 of any bytes, written from Appleby's description with one loop over its four lanes. */
function murmur3(bytes: Uint8Array, seed: number): Uint8Array {
  const h = [seed | 0, seed | 0, seed | 0, seed | 0];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const blocks = bytes.length >> 4;
  for (let block = 0; block < blocks; block++) {
    for (let lane = 0; lane < 4; lane++) {
      const { first, second, add } = BLOCK[lane];
      const k = view.getInt32(16 * block + 4 * lane, true);
      h[lane] ^= Math.imul(rotate(Math.imul(k, C[lane]), first), C[(lane + 1) % 4]);
      h[lane] = (Math.imul((rotate(h[lane], second) + h[(lane + 1) % 4]) | 0, 5) + add) | 0;
    }
  }
  for (let lane = 3; lane >= 0; lane--) {
    let k = 0;
    for (let i = Math.min(bytes.length, 16 * blocks + 4 * lane + 4) - 1; i >= 16 * blocks + 4 * lane; i--) k = (k << 8) | bytes[i];
    h[lane] ^= Math.imul(rotate(Math.imul(k, C[lane]), BLOCK[lane].first), C[(lane + 1) % 4]);
  }
  for (let lane = 0; lane < 4; lane++) h[lane] ^= bytes.length;
  const spread = (): void => {
    h[0] = (h[0] + h[1] + h[2] + h[3]) | 0;
    for (let lane = 1; lane < 4; lane++) h[lane] = (h[lane] + h[0]) | 0;
  };
  spread();
  for (let lane = 0; lane < 4; lane++) h[lane] = fmix(h[lane]);
  spread();
  const out = new Uint8Array(16);
  h.forEach((word, lane) => new DataView(out.buffer).setInt32(4 * lane, word, true));
  return out;
}

const words = (bytes: Uint8Array): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return [0, 4, 8, 12].map((at) => view.getUint32(at, true).toString(16).padStart(8, '0')).join('');
};
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('The key of a stream is hashed by MurmurHash3 x86 128', () => {
  it("the test's own reference has the hash's published verification value, 0xB3ECE62A (SMHasher)", () => {
    const hashes = new Uint8Array(256 * 16);
    const key = new Uint8Array(256);
    for (let i = 0; i < 256; i++) {
      key[i] = i;
      hashes.set(murmur3(key.subarray(0, i), 256 - i), 16 * i);
    }
    expect(new DataView(murmur3(hashes, 0).buffer).getUint32(0, true)).toBe(0xb3ece62a);
  });

  it('and gives the published hashes of two sentences', () => {
    expect(words(murmur3(ascii('I will not buy this record, it is scratched.'), 0))).toBe('a0a9683b25ac5e40d9af2895890dddf5');
    expect(words(murmur3(ascii('The quick brown fox jumps over the lazy dog'), 0))).toBe('2f1583c3ecee2c675d7bf66ce5e91d2c');
  });

  it('the engine hashes four words as that reference hashes their 16 bytes', () => {
    const draw = createStream(20220101, 0, 0, PURPOSE.plan);
    const out = new Int32Array(6);
    for (let i = 0; i < 2000; i++) {
      const block = new Uint8Array(16);
      const view = new DataView(block.buffer);
      const k = [0, 1, 2, 3].map(() => draw.nextUint32() | 0);
      k.forEach((word, lane) => view.setInt32(4 * lane, word, true));
      const seed = i % 3 === 0 ? 0 : draw.nextUint32();
      hashWords(out, 1, k[0], k[1], k[2], k[3], seed);
      expect(words(new Uint8Array(out.buffer, 4, 16))).toBe(words(murmur3(block, seed)));
    }
    expect([out[0], out[5]]).toEqual([0, 0]);
  });
});

/** The recurrence of sfc32 (Doty-Humphrey, PractRand) in whole numbers without width. */
function* sfc32(a: bigint, b: bigint, c: bigint, counter: bigint): Generator<number> {
  const M = 0xffffffffn;
  for (;;) {
    const out = (a + b + counter) & M;
    counter = (counter + 1n) & M;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & M;
    c = ((((c << 21n) | (c >> 11n)) & M) + out) & M;
    yield Number(out);
  }
}

function draws(a: number, b: number, c: number, counter: number, skip: number, count: number): number[] {
  const states = Int32Array.of(0, a, b, c, counter);
  for (let i = 0; i < skip; i++) nextUint32(states, 1);
  return Array.from({ length: count }, () => nextUint32(states, 1));
}

describe('The generator is sfc32', () => {
  it("gives the reference implementation's numbers (PractRand, as held by the tests of the rand_sfc crate: words 0, 2, 1, counter 1, 16 mixed in)", () => {
    const published = [
      0xa87dbc7e, 0x1787178c, 0x4c7b7234, 0xc65dade2, 0x2c692349, 0xf52c2153, 0xdf098072, 0x9d49b03c, 0x9562381a, 0xc9b41738, 0x64b75e54,
      0x36ce9b32, 0xf106947e, 0x0afc726b, 0x549bbc87, 0xd19a7b3e,
    ];
    expect(draws(0, 2, 1, 1, 16, 16)).toEqual(published);
  });

  it('and those of another implementation of it from words 0, 0, 0 (sfc-prng crate: fifteen mixed in)', () => {
    expect(draws(0, 0, 0, 1, 15, 1)).toEqual([0xfb52c520]);
    expect(draws(0, 0, 0, 1, 12, 3)).toEqual([0x514676c3, 0x08a809df, 0x30349d2b]);
  });

  it('follows the recurrence without width from any state, carries and all', () => {
    const seeds = createStream(7, 0, 0, PURPOSE.plan);
    for (let i = 0; i < 50; i++) {
      const state = [seeds.nextUint32(), seeds.nextUint32(), seeds.nextUint32(), i === 0 ? 0xfffffff0 : seeds.nextUint32()];
      const oracle = sfc32(BigInt(state[0]), BigInt(state[1]), BigInt(state[2]), BigInt(state[3]));
      const expected = Array.from({ length: 100 }, () => oracle.next().value as number);
      expect(draws(state[0], state[1], state[2], state[3], 0, 100)).toEqual(expected);
    }
  });

  it('a named stream is the hash of (seed, replication, place, purpose) with twelve numbers mixed in', () => {
    const key = new Int32Array(4);
    hashWords(key, 0, 20, 3, 0xfffffff7 | 0, PURPOSE.sampling);
    const stream = createStream(20, 3, 0xfffffff7, PURPOSE.sampling);
    expect(Array.from({ length: 5 }, () => stream.nextUint32())).toEqual(draws(key[0], key[1], key[2], key[3], 12, 5));
  });

  it('seeds count modulo 2³² and a uniform draw is the middle of one of 2³² cells, never 0 or 1', () => {
    const a = createStream(5, 1, 2, PURPOSE.arrival);
    const b = createStream(5 + 2 ** 32, 1, 2, PURPOSE.arrival);
    for (let i = 0; i < 20; i++) expect(a.nextUint32()).toBe(b.nextUint32());
    const states = Int32Array.of(0, 0, 0, 0);
    expect(nextUnit(states, 0)).toBe(0.5 / 2 ** 32);
    const full = Int32Array.of(-1, 0, 0, 0);
    expect(nextUnit(full, 0)).toBe(1 - 0.5 / 2 ** 32);
    seedStream(states, 0, 5, 1, 2, PURPOSE.arrival);
    const c = createStream(5, 1, 2, PURPOSE.arrival);
    for (let i = 0; i < 20; i++) expect(nextUnit(states, 0)).toBe(c.nextUnit());
  });
});
