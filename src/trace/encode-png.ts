/** A PNG of a few colours, made by hand: signature, header, palette, one compressed picture. Source: RFC 2083. */
import { crc32, deflateSync } from 'node:zlib';

/** Colours as red, green, blue, 0 to 255. */
export type Palette = readonly (readonly [number, number, number])[];

/**
 * Encodes a picture.
 *
 * @param pixels `width × height` indexes into the palette, row by row
 */
export function encodePng(
  pixels: Uint8Array,
  { width, height, palette }: { width: number; height: number; palette: Palette },
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, palette colours.
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    makeChunk('IHDR', header),
    makeChunk('PLTE', Buffer.from(palette.flat())),
    makeChunk('IDAT', deflateSync(rows, { level: 9 })),
    makeChunk('IEND', Buffer.alloc(0)),
  ]);
}

function makeChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
