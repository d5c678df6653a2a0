// What `npm run build:wasm` writes, as a function, so that a test can hold it against the committed file.
import loadWabt from 'wabt';

/** @param {string} source WebAssembly text @returns {Promise<string>} a TypeScript module */
export async function assembleMaxSim(source) {
  const wabt = await loadWabt();
  const parsed = wabt.parseWat('max-sim.wat', source, { simd: true });
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,90}/g) ?? [];
  return [
    '/** Assembled from max-sim.wat by `npm run build:wasm`; do not edit. */',
    'export const MAX_SIM_WASM: string = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}
