/** Tool of the tests: packed token vectors back to floats, in rotated space, written without a look at the kernel. */
import { bytesPerToken } from '../../src/search/token-codes.js';

/** Lloyd-Max levels of the normal distribution for 16 values (Max, 1960, table I), as the format defines its codes. */
const POSITIVE = [0.1284, 0.3881, 0.6568, 0.9424, 1.256, 1.618, 2.069, 2.733];
/** The kernel multiplies integers: the largest level is 127, and the others are rounded to the same scale. */
const ROUNDED = POSITIVE.map((level) => (Math.round((level * 127) / 2.733) * 2.733) / 127);
const LEVELS = [...ROUNDED.map((level) => -level).reverse(), ...ROUNDED];

/** @returns one array of `dimensions` floats a token */
export function unpackTokens(packed: Uint8Array, dimensions: number): Float32Array[] {
  const stride = bytesPerToken(dimensions);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: packed.length / stride }, (_, token) => {
    const scale = view.getFloat32(token * stride, true);
    return Float32Array.from({ length: dimensions }, (_value, i) => {
      const group = Math.floor(i / 32);
      const place = i % 32;
      const byte = packed[token * stride + 8 + group * 16 + (place % 16)] ?? 0;
      const code = place < 16 ? byte & 15 : byte >> 4;
      return scale * (LEVELS[code] ?? Number.NaN);
    });
  });
}
