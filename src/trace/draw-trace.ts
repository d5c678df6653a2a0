/** A trace as a small picture: a bar for each month or year, with digits and a dash as its only letters. */
import type { Trace } from '../domain/trace.js';
import { encodePng, type Palette } from './encode-png.js';

/** Pixels. */
const WIDTH = 800;
const HEIGHT = 360;
const MARGIN = { left: 70, right: 24, top: 28, bottom: 56 } as const;
/** Each dot of a digit is so many pixels wide and high. */
const DOT = 3;

/** White, grey lines, dark digits, blue bars. */
const PALETTE: Palette = [
  [255, 255, 255],
  [218, 222, 228],
  [55, 65, 81],
  [37, 99, 235],
];
const COLOUR = { line: 1, text: 2, bar: 3 } as const;

/** 3 × 5 dots a character, row by row. */
const GLYPHS: Readonly<Record<string, string>> = {
  '0': '111101101101111',
  '1': '010110010010111',
  '2': '111001111100111',
  '3': '111001111001111',
  '4': '101101111001001',
  '5': '111100111001111',
  '6': '111100111101111',
  '7': '111001010010010',
  '8': '111101111101111',
  '9': '111101111001111',
  '-': '000000111000000',
};

/** @returns a PNG of 800 × 360 pixels; `undefined` for a trace without dates */
export function drawTrace({ periods }: Pick<Trace, 'periods'>): Uint8Array | undefined {
  if (periods.length === 0) return undefined;
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  const fill = (box: Box, colour: number): void => {
    for (let y = box.y; y < box.y + box.height; y += 1) {
      pixels.fill(colour, y * WIDTH + box.x, y * WIDTH + box.x + box.width);
    }
  };
  const write = (text: string, x: number, y: number): void => {
    for (const [at, character] of [...text].entries()) {
      for (const [dot, isSet] of [...(GLYPHS[character] ?? '')].entries()) {
        const left = x + (at * 4 + (dot % 3)) * DOT;
        const top = y + Math.floor(dot / 3) * DOT;
        if (isSet === '1') fill({ x: left, y: top, width: DOT, height: DOT }, COLOUR.text);
      }
    }
  };
  const plot = {
    width: WIDTH - MARGIN.left - MARGIN.right,
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
    floor: HEIGHT - MARGIN.bottom,
  };
  const most = Math.max(...periods.map(({ uses }) => uses));
  const step = chooseStep(most);
  const top = Math.ceil(most / step) * step;
  for (let value = 0; value <= top; value += step) {
    const y = plot.floor - Math.round((value / top) * plot.height);
    fill({ x: MARGIN.left, y, width: plot.width, height: 1 }, COLOUR.line);
    const label = String(value);
    write(label, MARGIN.left - 8 - widthOf(label), y - 7);
  }
  const slot = plot.width / periods.length;
  const every = Math.ceil((widthOf(periods[0]?.period ?? '') + 12) / slot);
  for (const [at, { period, uses }] of periods.entries()) {
    const x = MARGIN.left + at * slot;
    const height = Math.round((uses / top) * plot.height);
    const width = Math.max(1, Math.min(80, Math.floor(slot * 0.7)));
    const left = Math.round(x + (slot - width) / 2);
    fill({ x: left, y: plot.floor - height, width, height }, COLOUR.bar);
    const middle = Math.round(x + slot / 2 - widthOf(period) / 2);
    const place = Math.min(WIDTH - widthOf(period) - 4, Math.max(4, middle));
    if (at % every === 0) write(period, place, plot.floor + 14);
  }
  return encodePng(pixels, { width: WIDTH, height: HEIGHT, palette: PALETTE });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const widthOf = (text: string): number => (text.length * 4 - 1) * DOT;

/** 1, 2 or 5 times a power of ten, so that there are at most five lines. */
function chooseStep(most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) if (most / (factor * power) <= 5) return factor * power;
  }
}
