// Assembles src/search/max-sim.wat into src/search/max-sim-wasm.ts, which is committed: a build needs no assembler.
import { readFileSync, writeFileSync } from 'node:fs';
import { assembleMaxSim } from './assemble-max-sim.mjs';

const source = new URL('../src/search/max-sim.wat', import.meta.url);
const target = new URL('../src/search/max-sim-wasm.ts', import.meta.url);
writeFileSync(target, await assembleMaxSim(readFileSync(source, 'utf8')));
