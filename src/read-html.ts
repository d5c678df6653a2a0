/** HTML → paragraphs: the words in their order, headings known as such, everything that is no text left out. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { WebParagraph } from './domain/feed.js';
import type { WebPage } from './ports/web-reader.js';

/** As much of a DOM node as is looked at. */
interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  readonly parentNode: HtmlNode | null;
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

const SKIPPED: ReadonlySet<string> = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH BUTTON SELECT TEXTAREA INPUT AUDIO VIDEO CANVAS HEAD RT RP'.split(
    ' ',
  ),
);
const BLOCKS: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(
    ' ',
  ),
);
const CELLS: ReadonlySet<string> = new Set(['TD', 'TH']);

/** Texts shorter than this are no article, says Readability's own default for whole pages; ours are often Chinese. */
const MIN_ARTICLE_LENGTH = 200;
/** Pages with more elements are refused: finding their text would hold up answers. Long articles have some 5,000. */
const MAX_ELEMENTS = 20_000;
/** The head of a page ends before this. */
const MAX_HEAD_LENGTH = 200_000;

/** Takes a fragment of HTML, or a plain text, apart. */
export function readParagraphs(html: string): readonly WebParagraph[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return collectParagraphs(document.body as unknown as HtmlNode);
}

/** A fragment as one line: for titles. */
export function readLine(html: string): string {
  if (!/<[a-z/!]|&[#\w]+;/i.test(html)) return collapse(html);
  return readParagraphs(html)
    .map(({ text }) => text)
    .join(' ');
}

/** Finds the main text of a page. @throws Error when it has more than `MAX_ELEMENTS` elements */
export function readArticlePage(html: string): WebPage {
  refuseManyTags(html);
  const { document } = parseHTML(html);
  // Of nothing, or of a comment alone, no document is made.
  if (document.documentElement === null) return { paragraphs: [] };
  const found = new Readability(document, {
    charThreshold: MIN_ARTICLE_LENGTH,
    maxElemsToParse: MAX_ELEMENTS,
  }).parse();
  const title = collapse(found?.title ?? '');
  const author = collapse(found?.byline ?? '');
  return {
    ...(title === '' ? {} : { title }),
    ...(author === '' || author.length > 80 ? {} : { author }),
    paragraphs: readParagraphs(found?.content ?? ''),
  };
}

/** Counts before anything is built: the parser itself is slow with a million elements. @throws Error */
export function refuseManyTags(html: string): void {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags += 1;
  // Most elements have two tags.
  if (tags > MAX_ELEMENTS * 2) throw new Error('a page of too many elements');
}

/** The feed that a page names in its head. */
export function findFeedLink(html: string, pageAddress: string): string | undefined {
  const { document } = parseHTML(html.slice(0, MAX_HEAD_LENGTH));
  for (const link of document.querySelectorAll('link[rel~="alternate"][href]')) {
    const type = link.getAttribute('type') ?? '';
    const href = link.getAttribute('href') ?? '';
    if (/^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$/i.test(type.trim())) {
      return URL.canParse(href, pageAddress) ? new URL(href, pageAddress).href : undefined;
    }
  }
  return undefined;
}

function collectParagraphs(root: HtmlNode): readonly WebParagraph[] {
  const paragraphs: WebParagraph[] = [];
  let words = '';
  let headingLevel: number | undefined;
  const close = (): void => {
    const text = collapse(words);
    words = '';
    if (text === '') return;
    paragraphs.push(headingLevel === undefined ? { text } : { text, headingLevel });
  };
  const walk = (node: HtmlNode, isPre: boolean): void => {
    if (node.nodeType === TEXT_NODE) {
      const text = node.textContent ?? '';
      const [first = '', ...more] = isPre ? text.split('\n') : [text];
      words += first;
      for (const line of more) {
        close();
        words = line;
      }
      return;
    }
    if (node.nodeType !== ELEMENT_NODE) return;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name)) return;
    const isBlock = BLOCKS.has(name) && !isLoneInCell(node);
    if (isBlock) close();
    if (CELLS.has(name)) words += ' ';
    const outer = headingLevel;
    const level = /^H([1-6])$/.exec(name)?.[1];
    if (level !== undefined) headingLevel = Number(level);
    for (const child of node.childNodes) walk(child, isPre || name === 'PRE');
    if (isBlock) close();
    headingLevel = outer;
  };
  walk(root, false);
  close();
  return paragraphs;
}

/** Word processors put a paragraph into every cell of a table: the cells of a row are one line all the same. */
function isLoneInCell(node: HtmlNode): boolean {
  const { parentNode } = node;
  if (node.nodeName.toUpperCase() !== 'P' || !CELLS.has(parentNode?.nodeName.toUpperCase() ?? '')) {
    return false;
  }
  const elements = [...(parentNode?.childNodes ?? [])].filter(
    ({ nodeType }) => nodeType === ELEMENT_NODE,
  );
  return elements.length === 1;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
