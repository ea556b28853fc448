import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { smallPng } from '../../../tools/small-png.mjs';

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** 3 × 2 pixels, the second row stored as differences from the first (filter 2). */
const HEADER = Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
const ROWS = Buffer.from([0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 2, 0, 0, 0, 0, 0, 0, 255, 255, 0]);
const PICTURE = Buffer.concat([
  Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
  chunk('IHDR', HEADER),
  chunk('IDAT', deflateSync(ROWS)),
  chunk('IEND', Buffer.alloc(0)),
]);

it('a picture of few colours keeps every pixel, through the filters of its rows', () => {
  const small = smallPng(PICTURE);
  const part = (type: string) => {
    const at = small.indexOf(type, 8, 'latin1');
    return small.subarray(at + 4, at + 4 + small.readUInt32BE(at - 4));
  };
  const palette = part('PLTE');
  const rows = inflateSync(part('IDAT'));
  const colours = [1, 2, 3, 5, 6, 7].map((at) => [...palette.subarray(3 * rows[at], 3 * rows[at] + 3)]);
  const [red, green, blue] = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
  ];
  expect(colours).toEqual([red, green, blue, red, green, [255, 255, 255]]);
});
