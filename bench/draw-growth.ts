/** A plot of growth as SVG: latency and memory over the number of passages. */
import type { SizeFigures } from './results.js';

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly (readonly [passages: number, value: number])[];
}

interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

const PANEL = { width: 420, height: 260, left: 52, right: 16, top: 40, bottom: 64 } as const;

/** Draws the sizes that have figures. */
export function drawGrowth(sizes: readonly SizeFigures[], caption: string): string {
  const trace = (read: (size: SizeFigures) => number | undefined): Line['points'] =>
    sizes.flatMap((size) => {
      const value = read(size);
      return value === undefined ? [] : [[size.passages, value] as const];
    });
  const toMegabytes = (bytes: number | undefined) => bytes && bytes / 1024 / 1024;
  const panels: Panel[] = [
    {
      title: 'a question, ms',
      lines: [
        { name: 'p99', colour: '#d1495b', points: trace(({ question }) => question?.p99) },
        { name: 'p50', colour: '#1f6f8b', points: trace(({ question }) => question?.p50) },
        {
          name: 'embedding + exact search, p50',
          colour: '#8a8a8a',
          points: trace(({ question }) => question?.ceilingP50),
        },
      ],
    },
    {
      title: 'memory of the process, MB',
      lines: [
        {
          name: 'with mapped files',
          colour: '#d1495b',
          points: trace(({ memory }) => toMegabytes(memory?.rss)),
        },
        {
          name: 'its own',
          colour: '#1f6f8b',
          points: trace(({ memory }) => toMegabytes(memory?.own)),
        },
      ],
    },
  ];
  const width = PANEL.width * panels.length;
  const height = PANEL.height + 24;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="#222">
<rect width="100%" height="100%" fill="#fff"/>
${panels.map((panel, index) => `<g transform="translate(${index * PANEL.width} 0)">\n${drawPanel(panel)}\n</g>`).join('\n')}
<text x="${PANEL.left}" y="${height - 10}" fill="#666" font-size="10">${escapeXml(caption)}</text>
</svg>
`;
}

function drawPanel({ title, lines }: Panel): string {
  const points = lines.flatMap((line) => line.points);
  const most = niceCeiling(Math.max(1, ...points.map(([, value]) => value)));
  const passages = [...new Set(points.map(([count]) => count))].sort((a, b) => a - b);
  const [low, high] = [Math.log(passages[0] ?? 1), Math.log(passages.at(-1) ?? 10)];
  const right = PANEL.width - PANEL.right;
  const bottom = PANEL.height - PANEL.bottom;
  const x = (count: number): number =>
    round(PANEL.left + ((Math.log(count) - low) / (high - low || 1)) * (right - PANEL.left));
  const y = (value: number): number => round(bottom - (value / most) * (bottom - PANEL.top));
  const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => share * most);
  return [
    `<text x="${PANEL.left}" y="22" font-weight="600">${title}</text>`,
    ...steps.map(
      (value) =>
        `<path d="M${PANEL.left} ${y(value)}H${right}" stroke="#e4e4e4"/>` +
        `<text x="${PANEL.left - 6}" y="${y(value) + 4}" text-anchor="end">${round(value)}</text>`,
    ),
    ...passages.map(
      (count) =>
        `<text x="${x(count)}" y="${bottom + 18}" text-anchor="middle">${count / 1000}k</text>`,
    ),
    ...lines.map(({ colour, points: own }) => {
      const path = own.map(([count, value]) => `${x(count)} ${y(value)}`).join('L');
      const dots = own.map(
        ([count, value]) => `<circle cx="${x(count)}" cy="${y(value)}" r="3" fill="${colour}"/>`,
      );
      return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
    }),
    ...drawLegend(lines, bottom + 40),
  ].join('\n');
}

function drawLegend(lines: readonly Line[], y: number): string[] {
  let x: number = PANEL.left;
  return lines.map(({ name, colour }) => {
    const entry =
      `<rect x="${x}" y="${y - 9}" width="10" height="10" fill="${colour}"/>` +
      `<text x="${x + 15}" y="${y}">${escapeXml(name)}</text>`;
    x += 30 + name.length * 6.2;
    return entry;
  });
}

/** The next of 1, 2, 4, 8, 10 × a power of ten. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 4, 8, 10].find((step) => step * power >= value) ?? 10);
}

const round = (value: number): number => Math.round(value * 10) / 10;

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
