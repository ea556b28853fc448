import { describe, expect, it } from 'vitest';
import { createStream, PURPOSE, type Purpose, type Stream } from '../../src/engine/random/index.ts';
import { BATTERY, isSound, judge, type Words } from '../builders/random-battery.ts';

const SEEDS = Array.from({ length: 100 }, (_, i) => 20_220_101 + 997 * i);
const PURPOSES = Object.values(PURPOSE);

/** Words taken in turn from streams that differ in one part of their name only. */
function inTurn(streams: readonly Stream[]): Words {
  let turn = 0;
  return () => streams[turn++ % streams.length].nextUint32();
}

/** The first word of one stream, then of its neighbour, and so on: what a city with as many places draws first. */
function firsts(stream: (i: number) => Stream): Words {
  let i = 0;
  return () => stream(i++).nextUint32();
}

const neighbours = (stream: (i: number) => Stream): Words => inTurn(Array.from({ length: 8 }, (_, i) => stream(i)));

const SOURCES: readonly [string, (seed: number) => Words][] = [
  ['one stream', (seed) => inTurn([createStream(seed, 0, 0, PURPOSE.arrival)])],
  ['replications in turn', (seed) => neighbours((i) => createStream(seed, i, 3, PURPOSE.sampling))],
  ['places in turn', (seed) => neighbours((i) => createStream(seed, 2, i, PURPOSE.sampling))],
  ['purposes in turn', (seed) => inTurn(PURPOSES.map((purpose) => createStream(seed, 2, 3, purpose)))],
  ['seeds in turn', (seed) => neighbours((i) => createStream(seed + i, 0, 0, PURPOSE.sampling))],
  ['first words of places', (seed) => firsts((i) => createStream(seed, 0, i, PURPOSE.opening))],
  ['first words of replications', (seed) => firsts((i) => createStream(seed, i, 0, PURPOSE.opening))],
];

describe('Streams stand a battery of ten tests over 100 seeds each', () => {
  it.each(SOURCES)('%s', (_, source) => {
    const failed = Object.entries(BATTERY)
      .map(([name, test]) => ({ name, ...judge(test, source, SEEDS) }))
      .filter((judgement) => !isSound(judgement));
    expect(failed).toEqual([]);
  });
});

const failures = (source: (seed: number) => Words): string[] =>
  Object.entries(BATTERY)
    .filter(([, test]) => !isSound(judge(test, source, SEEDS.slice(0, 40))))
    .map(([name]) => name);

/** Generators that are known to be poor, and ways of naming streams that are known to be wrong. */
const POOR: readonly [string, (seed: number) => Words, string][] = [
  ['a linear congruential generator, by its lower bits', (seed) => congruential(seed), 'triples of lower bits'],
  ['RANDU', (seed) => randu(seed), 'triples of lower bits'],
  ['a counter times the golden ratio', (seed) => weyl(seed), 'lengths of gaps'],
  ['sixteen good bits twice', (seed) => twice(createStream(seed, 0, 0, PURPOSE.arrival)), 'birthday spacings, upper bits'],
  ['xorshift32: linear in its bits', (seed) => xorshift(seed), 'ranks of bit matrices'],
  ['places named by seed plus place, seeds in turn', (seed) => inTurn(shifted(seed)), 'collisions'],
  ['every word half of the one before', (seed) => blended(createStream(seed, 0, 0, PURPOSE.arrival)), 'serial correlation, next'],
];

describe('The battery finds what is poor', () => {
  it.each(POOR)('%s', (_, source, finder) => {
    expect(failures(source)).toContain(finder);
  });
});

function congruential(seed: number): Words {
  let state = seed | 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) | 0) >>> 0;
}

function randu(seed: number): Words {
  let state = (seed | 1) >>> 0;
  return () => {
    state = Math.imul(state, 65539) & 0x7fffffff;
    return (state << 1) >>> 0;
  };
}

function weyl(seed: number): Words {
  let state = seed | 0;
  return () => (state = (state + 0x9e3779b9) | 0) >>> 0;
}

function twice(stream: Stream): Words {
  return () => {
    const half = stream.nextUint32() >>> 16;
    return ((half << 16) | half) >>> 0;
  };
}

function xorshift(seed: number): Words {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** Stream (seed, place) that is stream (seed + place): seeds next to each other share nearly all of their places. */
function shifted(seed: number, purpose: Purpose = PURPOSE.sampling): Stream[] {
  const place = (from: number, i: number): Stream => createStream(from + i, 0, 0, purpose);
  return [0, 1].flatMap((next) => Array.from({ length: 8 }, (_, i) => place(seed + next, i)));
}

function blended(stream: Stream): Words {
  let last = stream.nextUint32();
  return () => (last = ((last >>> 1) + (stream.nextUint32() >>> 1)) >>> 0);
}
