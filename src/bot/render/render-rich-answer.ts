/**
 * Answer → a rich message of Bot API 10: each quote a block with its credit, and where it stands as a footnote. Only for
 * readers who have asked for it, since older apps show such messages as empty.
 */
import type { InputRichMessage, RichText as InputRichText } from 'grammy/types';
import type { Answer, Quote } from '../../domain/answer.js';
import type { Texts } from '../../texts/texts.js';
import { cleanLabel } from './clean-label.js';
import { type AnswerPage, sayWhatWasFound } from './render-answer.js';
import { renderReprints, renderSource } from './render-citation.js';
import { boldSpans, type RichText } from './rich-text.js';

/** Blocks as the Bot API takes them; none of ours brings a file. */
type Block = NonNullable<InputRichMessage['blocks']>[number];

/** Telegram takes 32,768 characters; what is longer goes out in the plain layout, which is split. */
const MAX_LENGTH = 32_000;

/** Renders a page of an answer; `undefined` when it is too long for one rich message. */
export function renderRichAnswer(
  answer: Answer,
  texts: Texts,
  page: AnswerPage,
): InputRichMessage | undefined {
  const quotes = answer.quotes.slice(page.from, page.from + page.count);
  const length = quotes.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MAX_LENGTH - quotes.length * 1500) return undefined;
  const numbered = quotes.map((quote, index) => ({ quote, number: page.from + index + 1 }));
  const notices = (page.notices ?? []).map((text): Block => ({ type: 'paragraph', text }));
  const found = sayWhatWasFound(answer, quotes.length, texts);
  const opening: Block[] =
    page.from === 0 ? [{ type: 'paragraph', text: { type: 'bold', text: found } }] : [];
  const notes = numbered.flatMap(({ quote, number }) => renderNote(quote, number, texts));
  return {
    blocks: [
      ...notices,
      ...opening,
      ...numbered.map(({ quote, number }) => renderQuote(quote, number, texts)),
      ...(notes.length === 0 ? [] : [{ type: 'divider' } as const, ...notes]),
    ],
    // A quote is no place for links and commands of ours to be seen in.
    skip_entity_detection: true,
  };
}

/** The words, and under them whose they are. */
function renderQuote(quote: Quote, number: number, texts: Texts): Block {
  const { title, publisher, date, link } = quote.citation;
  const facts = [cleanLabel(publisher ?? '', 80), cleanLabel(date ?? '', 20)];
  const label = `[${number}]`;
  const mark: InputRichText =
    describePlace(quote, texts) === ''
      ? label
      : { type: 'reference_link', text: label, reference_name: nameNote(number) };
  const isWeb = link !== undefined && /^https?:\/\//.test(link);
  const name = cleanLabel(title);
  const rest = facts.filter((fact) => fact !== '').map((fact) => ` · ${fact}`);
  return {
    type: 'expandable_blockquote',
    text: toInput(boldSpans(quote.text, quote.highlights)),
    credit: [mark, ' ', isWeb ? { type: 'url', text: name, url: link } : name, rest.join('')],
  };
}

/** The footnote: headings, document and lines, and where else the same words stand. */
function renderNote(quote: Quote, number: number, texts: Texts): Block[] {
  const place = describePlace(quote, texts);
  if (place === '') return [];
  const reprints = renderReprints(quote.alsoIn, texts);
  return [
    {
      type: 'footer',
      text: [
        { type: 'reference', text: `[${number}]`, name: nameNote(number) },
        ` ${place}`,
        ...(reprints === undefined ? [] : ['. ', toInput(reprints)]),
      ],
    },
  ];
}

function describePlace({ citation }: Quote, texts: Texts): string {
  const { document, headings, link, startLine, endLine } = citation;
  return renderSource(
    { document, headings, startLine, endLine, ...(link !== undefined && { link }) },
    texts,
  );
}

function nameNote(number: number): string {
  return `q${number}`;
}

/** Our text with entities, as the Bot API nests it; what is bold in the plain layout is marked here. */
function toInput({ text, entities }: RichText): InputRichText {
  const parts: InputRichText[] = [];
  let end = 0;
  for (const entity of entities) {
    const { offset, length } = entity;
    if (offset > end) parts.push(text.slice(end, offset));
    const words = text.slice(offset, offset + length);
    if (entity.type === 'text_link') parts.push({ type: 'url', text: words, url: entity.url });
    else parts.push({ type: 'marked', text: words });
    end = offset + length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}
