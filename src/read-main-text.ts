/** Finds the part of a page that holds its main text: all of it, where Readability has left pieces out. */
import type { WebParagraph } from './domain/feed.js';

/** As much of an element as is looked at. */
export interface PageElement {
  readonly textContent: string | null;
  readonly nodeName: string;
  readonly children: Iterable<PageElement>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

const MAIN_RULES = {
  /** Paragraphs that are looked for, evenly spread over the text. */
  samples: 40,
  /** Letters of a paragraph that is looked for. */
  minLetters: 20,
  /** Letters of a section beside it. */
  minSection: 100,
  /** A list of links and little else, by the share of its letters: contents, further pages. */
  linkShare: 0.8,
  minLinks: 3,
} as const;

const squeeze = (text: string | null): string => (text ?? '').replace(/\s+/g, '');

/**
 * The innermost element that holds the main text, without lists of links that are not part of it.
 *
 * @param main what Readability has found; empty text leads to `root` itself
 */
export function findMainElement(root: PageElement, main: readonly WebParagraph[]): PageElement {
  const long = main
    .map(({ text }) => squeeze(text))
    .filter(({ length }) => length >= MAIN_RULES.minLetters);
  const step = Math.max(1, long.length / MAIN_RULES.samples);
  const samples = long.filter((_, index) => index % step < 1);
  const held = (element: PageElement): number => {
    const text = squeeze(element.textContent);
    return samples.filter((sample) => text.includes(sample)).length;
  };
  let found = root;
  const all = held(root);
  for (let inner: PageElement | undefined = root; inner !== undefined && all > 0; ) {
    found = inner;
    const children = [...found.children];
    inner = children.find((child) => held(child) >= all);
    // Of sections that are alike none is the text alone.
    if (inner !== undefined && children.some((other) => isAlike(other, inner))) break;
  }
  const text = squeeze(main.map((paragraph) => paragraph.text).join(''));
  for (const list of found.querySelectorAll('ul, ol, dl, table')) {
    if (isLinkList(list) && !text.includes(squeeze(list.textContent))) list.remove();
  }
  return found;
}

function isAlike(other: PageElement, element: PageElement | undefined): boolean {
  return (
    other !== element &&
    other.nodeName === element?.nodeName &&
    other.getAttribute('class') === element.getAttribute('class') &&
    squeeze(other.textContent).length >= MAIN_RULES.minSection
  );
}

function isLinkList(list: PageElement): boolean {
  const links = [...list.querySelectorAll('a')];
  const letters = links.reduce((sum, link) => sum + squeeze(link.textContent).length, 0);
  const all = squeeze(list.textContent).length;
  return links.length >= MAIN_RULES.minLinks && letters >= all * MAIN_RULES.linkShare;
}
