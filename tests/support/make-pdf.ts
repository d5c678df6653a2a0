/** Tool of the tests: PDFs made byte by byte, with the fonts that real ones have: Latin, Chinese by name, Chinese by map. */

import { deflateSync } from 'node:zlib';

/** A run of text; `x` and `y` in points from the foot on the left of the page. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** @default 10 */
  readonly size?: number;
  /** Reads from the foot of the page upwards. */
  readonly isSideways?: boolean;
  /**
   * `latin`: Helvetica; `bold`: the same, bold; `named`: a Chinese font that is not embedded, in UCS-2;
   * `mapped`: codes of its own that a ToUnicode map explains; `bare`: such codes without a map.
   * @default 'latin', of Chinese 'mapped'
   */
  readonly font?: 'latin' | 'bold' | 'named' | 'mapped' | 'bare';
}

export interface PdfOptions {
  /** Puts a dictionary of encryption in whose password nobody knows. */
  readonly isLocked?: boolean;
  /** Draws this before the text of each page. */
  readonly picture?: string;
  /** Fields of a form on the first page, filled in. */
  readonly fields?: readonly {
    readonly value: string;
    readonly rect: string;
    readonly flags?: number;
  }[];
  /** Bookmarks, in order. */
  readonly outline?: readonly PdfBookmark[];
  /** In place of what the pages draw, a stream that is packed: what it unpacks to. */
  readonly bomb?: Buffer;
}

/** An entry of the outline that leads to a page, from 1. */
export interface PdfBookmark {
  readonly title: string;
  readonly page: number;
  /** Height on the page. @default 842 */
  readonly top?: number;
  readonly children?: readonly PdfBookmark[];
}

const hex = (value: number, digits = 4): string =>
  value.toString(16).toUpperCase().padStart(digits, '0');

/** Makes a PDF of these pages. */
export function makePdf(pages: readonly (readonly PdfRun[])[], options: PdfOptions = {}): Buffer {
  const characters = [
    ...new Set(pages.flatMap((runs) => runs.flatMap(({ text }) => [...text]))),
  ].filter((character) => character.length === 1);
  const codes = new Map(characters.map((character, index) => [character, index + 1]));
  const encode = (text: string, font: PdfRun['font']): string => {
    if (font === 'latin' || font === 'bold') {
      return `(${text.replace(/[\\()]/g, '\\$&')})`;
    }
    const code = (character: string): number =>
      font === 'named' ? character.charCodeAt(0) : (codes.get(character) ?? 0);
    return `<${[...text].map((character) => hex(code(character))).join('')}>`;
  };
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (content: string): string =>
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;
  const map = characters.map((c) => `<${hex(codes.get(c) ?? 0)}> <${hex(c.charCodeAt(0))}>`);
  const sections = Array.from({ length: Math.ceil(map.length / 100) }, (_, index) => {
    const part = map.slice(index * 100, index * 100 + 100);
    return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`;
  });
  const latin = add(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  );
  const bold = add(
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  );
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const makeFont = (encoding: string, ordering: string, extra = ''): number => {
    const child = add(
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
    );
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${child} 0 R] ${extra}>>`,
    );
  };
  const named = makeFont('UniGB-UCS2-H', 'GB1');
  const unicode = add(
    stream(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n${sections.join('\n')}\nendcmap end end`,
    ),
  );
  const mapped = makeFont('Identity-H', 'Identity', `/ToUnicode ${unicode} 0 R `);
  const bare = makeFont('Identity-H', 'Identity');
  const fonts = { latin, bold, named, mapped, bare };
  const resources = `<< /Font << ${Object.entries(fonts)
    .map(([name, number]) => `/${name} ${number} 0 R`)
    .join(' ')} >> >>`;
  const fields = (options.fields ?? []).map(({ value, rect, flags = 4 }, index) =>
    add(
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (f${index}) /V (${value}) /Rect [${rect}] /F ${flags} /DA (/latin 10 Tf) >>`,
    ),
  );
  const tree = objects.length + pages.length * 2 + 1;
  const form = fields.map((field) => `${field} 0 R`).join(' ');
  const kids = pages.map((runs, index) => {
    const draw = runs.map(({ text, x, y, size = 10, font: given, isSideways }) => {
      const font = given ?? (/[^ -\u00ff]/.test(text) ? 'mapped' : 'latin');
      return `BT /${font} ${size} Tf ${isSideways ? '0 1 -1 0' : '1 0 0 1'} ${x} ${y} Tm ${encode(text, font)} Tj ET`;
    });
    const content = add(
      options.bomb === undefined
        ? stream([options.picture ?? '', ...draw].join('\n'))
        : packStream(options.bomb),
    );
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${content} 0 R${index === 0 ? ` /Annots [${form}]` : ''} >>`,
    );
  });
  add(
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`,
  );
  const outline = addOutline(options.outline ?? [], kids, add);
  const root = add(
    `<< /Type /Catalog /Pages ${tree} 0 R /Outlines << ${outline} >> /AcroForm << /Fields [${form}] >> >>`,
  );
  const key = `<${'5A'.repeat(32)}>`;
  const lock = options.isLocked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>]`
    : '';
  let file = '%PDF-1.5\n';
  const offsets = objects.map((body, index) => {
    const offset = Buffer.byteLength(file, 'latin1');
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = Buffer.byteLength(file, 'latin1');
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R ${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Adds entries, each with those below it. @returns the key that leads to the first one */
function addOutline(
  entries: readonly PdfBookmark[],
  pages: readonly number[],
  add: (body: string) => number,
): string {
  let next: number | undefined;
  for (const { title, page, top = 842, children = [] } of [...entries].reverse()) {
    const text = [...`\uFEFF${title}`].map((character) => hex(character.charCodeAt(0))).join('');
    const keys = [addOutline(children, pages, add), next === undefined ? '' : `/Next ${next} 0 R`];
    next = add(
      `<< /Title <${text}> /Dest [${pages[page - 1]} 0 R /XYZ 0 ${top} null] ${keys.join(' ')} >>`,
    );
  }
  return next === undefined ? '' : `/First ${next} 0 R`;
}

function packStream(content: Buffer): string {
  const packed = deflateSync(content).toString('latin1');
  return `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`;
}

/** Breaks a text into lines of `width` characters and sets them one below the other. */
export function setLines(
  text: string,
  options: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly size?: number;
    readonly leading?: number;
    readonly font?: NonNullable<PdfRun['font']>;
  },
): PdfRun[] {
  const { x, y, width, size = 10, leading = 15, font } = options;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    for (let at = 0; at < paragraph.length; at += width)
      lines.push(paragraph.slice(at, at + width));
  }
  return lines.map((line, index) => ({
    text: line,
    x,
    y: y - index * leading,
    size,
    ...(font === undefined ? {} : { font }),
  }));
}
