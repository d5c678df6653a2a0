/** Tool of the tests: Word documents and other archives, made file by file. */
import { strToU8, type Zippable, zipSync } from 'fflate';

/** Makes a ZIP of these files, name → text or bytes. */
export function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return Buffer.from(zipSync(entries));
}

/** A paragraph and its style: `Title`, `heading 1`, …, or none. A list of texts is a row of a table. */
export type WordParagraph = string | readonly [style: string, text: string] | readonly string[][];

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c);
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export function makeDocx(
  paragraphs: readonly WordParagraph[],
  extra: Readonly<Record<string, string>> = {},
): Buffer {
  const styles = [
    ...new Set(
      paragraphs.flatMap((p) =>
        typeof p === 'string' || Array.isArray(p[0]) ? [] : [p[0] as string],
      ),
    ),
  ];
  const idOf = (style: string): string => `s${styles.indexOf(style)}`;
  const run = (text: string): string =>
    `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  const body = paragraphs.map((paragraph) => {
    if (typeof paragraph === 'string') return `<w:p>${run(paragraph)}</w:p>`;
    if (Array.isArray(paragraph[0])) {
      const rows = (paragraph as readonly string[][]).map(
        (row) =>
          `<w:tr>${row.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr>`,
      );
      return `<w:tbl>${rows.join('')}</w:tbl>`;
    }
    const [style, text] = paragraph as readonly [string, string];
    return `<w:p><w:pPr><w:pStyle w:val="${idOf(style)}"/></w:pPr>${run(text)}</w:p>`;
  });
  return makeZip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${NAMESPACE}>${styles
      .map(
        (s) =>
          `<w:style w:type="paragraph" w:styleId="${idOf(s)}"><w:name w:val="${s}"/></w:style>`,
      )
      .join('')}</w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACE}><w:body>${body.join('')}</w:body></w:document>`,
    ...extra,
  });
}
