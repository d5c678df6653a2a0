/** Tool of the tests: packed token vectors back to floats, in rotated space, written without a look at the kernel. */
import { bytesPerToken } from '../../src/search/token-codes.js';

/** Lloyd-Max levels of the normal distribution for 8 values (Max, 1960, table I), as the format defines its codes. */
const POSITIVE = [0.2451, 0.756, 1.344, 2.152];
/** The kernel multiplies integers: the largest level is 127, and the others are rounded to the same scale. */
const ROUNDED = POSITIVE.map((level) => (Math.round((level * 127) / 2.152) * 2.152) / 127);
const LEVELS = [...ROUNDED.map((level) => -level).reverse(), ...ROUNDED];

/** @returns one array of `dimensions` floats a token */
export function unpackTokens(packed: Uint8Array, dimensions: number): Float32Array[] {
  const stride = bytesPerToken(dimensions);
  return Array.from({ length: packed.length / stride }, (_, token) => {
    const scale = readScale(packed, token * stride);
    return Float32Array.from({ length: dimensions }, (_value, i) => {
      const group = token * stride + 4 + Math.floor(i / 128) * 48;
      const part = Math.floor((i % 128) / 16);
      const low = packed[group + Math.floor(part / 4) * 16 + (i % 16)] ?? 0;
      const high = packed[group + 32 + (i % 16)] ?? 0;
      const code = ((low >> (2 * (part % 4))) & 3) + 4 * ((high >> part) & 1);
      return scale * (LEVELS[code] ?? Number.NaN);
    });
  });
}

/** The upper two bytes of a little-endian float32. */
function readScale(packed: Uint8Array, offset: number): number {
  const bytes = Uint8Array.of(0, 0, packed[offset] ?? 0, packed[offset + 1] ?? 0);
  return new DataView(bytes.buffer).getFloat32(0, true);
}
