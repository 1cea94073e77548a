import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const paletteSize = 256;

/** @typedef {{ readonly width: number, readonly height: number, readonly channels: number, readonly data: Uint8Array }} Picture */

/**
 * The same picture with a palette: a third of the size for flat colours and text.
 * @param {Buffer} png 8 bits a channel, not interlaced, as browsers write it
 */
export function smallPng(png) {
  const picture = decode(png);
  const { palette, indexes } = quantise(picture);
  return encode(picture, palette, indexes);
}

/** @param {Buffer} png @returns {Picture} */
function decode(png) {
  const parts = [];
  let header = Buffer.alloc(0);
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = Buffer.from(body);
    if (type === 'IDAT') parts.push(body);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = header.readUInt8(9) === 6 ? 4 : 3;
  const rows = inflateSync(Buffer.concat(parts));
  return { width, height, channels, data: unfilter(rows, { width, height, channels }) };
}

/** @param {Buffer} rows @param {{ readonly width: number, readonly height: number, readonly channels: number }} size */
function unfilter(rows, { width, height, channels }) {
  const stride = width * channels;
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (data[at - channels] ?? 0);
      const above = data[at - stride] ?? 0;
      const corner = x < channels ? 0 : (data[at - stride - channels] ?? 0);
      data[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, { left, above, corner });
    }
  }
  return data;
}

/** @param {number} filter @param {{ readonly left: number, readonly above: number, readonly corner: number }} near */
function predicted(filter, { left, above, corner }) {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** @param {Picture} picture */
function quantise({ width, height, channels, data }) {
  const colors = new Uint32Array(width * height);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < colors.length; at++) {
    const from = at * channels;
    const color = ((data[from] ?? 0) << 16) | ((data[from + 1] ?? 0) << 8) | (data[from + 2] ?? 0);
    colors[at] = color;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const { palette, places } = chooseColors(counts);
  return { palette, indexes: colors.map((color) => places.get(color) ?? 0) };
}

/**
 * One colour after the other: always the one that is missed most, by how far the nearest chosen one is and how often it occurs. So a
 * rare red mark keeps its red.
 * @param {ReadonlyMap<number, number>} counts
 */
function chooseColors(counts) {
  const missed = [...counts].map(([color, count]) => ({ color, weight: Math.sqrt(count), far: Infinity, place: 0 }));
  /** @type {number[]} */
  const palette = [];
  while (palette.length < paletteSize) {
    const next = missed.reduce((worst, item) => (item.far * item.weight > worst.far * worst.weight ? item : worst));
    if (next.far === 0) break;
    const place = palette.push(next.color) - 1;
    for (const item of missed) {
      const far = distance(item.color, next.color);
      if (far < item.far) Object.assign(item, { far, place });
    }
  }
  return { palette, places: new Map(missed.map(({ color, place }) => [color, place])) };
}

/** @param {number} one @param {number} other */
function distance(one, other) {
  return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 0xff) - ((other >> shift) & 0xff)) ** 2, 0);
}

/** @param {Picture} picture @param {readonly number[]} palette @param {Uint32Array} indexes */
function encode({ width, height }, palette, indexes) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 0xff, color & 0xff]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {string} type @param {Buffer} body */
function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
