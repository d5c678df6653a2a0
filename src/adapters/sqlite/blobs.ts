/** Typed arrays as SQLite keeps them. */

/** Bytes of a typed array, for a blob. */
export function toBlob(array: Float32Array | Float64Array | Uint8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/** Copies a blob, whose place in memory need not suit floats. */
export function toFloats(blob: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(blob).buffer);
}
