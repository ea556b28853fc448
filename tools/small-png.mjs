// Makes a screenshot small: one byte a pixel from a palette of the colours that occur most, everything else by its nearest neighbour.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;

function chunksOf(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

const paeth = (a, b, c) => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** Undoes the five row filters of the format in place; `bytes` a pixel, `stride` a row without its filter byte. */
function unfilter(raw, bytes, stride, rows) {
  const out = Buffer.alloc(stride * rows);
  for (let y = 0; y < rows; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const left = x < bytes ? 0 : out[y * stride + x - bytes];
      const up = y === 0 ? 0 : out[(y - 1) * stride + x];
      const corner = y === 0 || x < bytes ? 0 : out[(y - 1) * stride + x - bytes];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return out;
}

/** The most frequent colours, taking those that differ only in their last three bits as one. */
function paletteOf(counts) {
  const groups = new Map();
  for (const [colour, count] of counts) {
    const group = colour & 0xf8f8f8;
    const best = groups.get(group);
    if (!best) groups.set(group, { colour, count, most: count });
    else {
      best.count += count;
      if (count > best.most) [best.colour, best.most] = [colour, count];
    }
  }
  const frequent = [...groups.values()].toSorted((a, b) => b.count - a.count || a.colour - b.colour);
  return frequent.slice(0, COLOURS).map(({ colour }) => colour);
}

function nearest(palette, colour) {
  let best = 0;
  let least = Infinity;
  palette.forEach((candidate, index) => {
    const [r, g, b] = [16, 8, 0].map((shift) => ((candidate >> shift) & 255) - ((colour >> shift) & 255));
    const distance = 2 * r * r + 4 * g * g + b * b;
    if (distance < least) [least, best] = [distance, index];
  });
  return best;
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/**
 * @param {Buffer} png eight bits a channel, not interlaced, opaque: as a browser takes it
 * @returns {Buffer} the picture with at most 256 colours
 */
export function smallPng(png) {
  const chunks = chunksOf(png);
  const header = Buffer.from(chunks[0].data);
  const [width, height, bytes] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3];
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const pixels = unfilter(raw, bytes, width * bytes, height);
  const colourAt = (index) => (pixels[index * bytes] << 16) | (pixels[index * bytes + 1] << 8) | pixels[index * bytes + 2];
  const counts = new Map();
  for (let i = 0; i < width * height; i++) counts.set(colourAt(i), (counts.get(colourAt(i)) ?? 0) + 1);
  const palette = paletteOf(counts);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = places.get(colourAt(y * width + x));
  header[9] = 3;
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
