/**
 * Cuts an article into passages: runs of whole sentences under one heading, of a length that one glance takes in.
 * A clause of a regulation (第十二条) is a natural passage; a heading goes with the text that it opens.
 */
import type { ArticleDraft, Block } from '../domain/article.js';
import type { PassageDraft, Span } from '../domain/passage.js';
import { PASSAGE_LENGTHS, packUnits, type Unit } from './pack-units.js';
import { splitSentences } from './split-sentences.js';

/** Latin and Cyrillic letters carry less than Han characters: about 2.6 letters for one, here kept below quotes of 600. */
const SPACED_FACTOR = 1.05;

/** Longer quotes than this are no quotes: the contract of `quoth eval`, in UTF-16 code units. */
const MAX_QUOTE_LENGTH = 600;

/** Room for the special tokens and the prefix of the model, in tokens. */
const RESERVED_TOKENS = 12;

/** A sentence with more tokens is cut. */
const MAX_SENTENCE_TOKENS = 380;

/** A passage with what is embedded in front of it. */
export interface PassagePlan extends PassageDraft {
  /** Title, headings and, inside a clause, the clause's opening: one line for the embedder. */
  readonly lead: string;
}

export interface SplitPassagesOptions {
  /** Longest input of the model in tokens. */
  readonly maxTokens: number;
  /** Tokens of each text, special tokens left out. */
  readonly countTokens: (texts: readonly string[]) => Promise<readonly number[]>;
}

/** Paragraphs under the same headings. */
interface Section {
  readonly headings: readonly string[];
  /** What opens a clause, for the passages after its first. */
  readonly opening: string;
  readonly isClause: boolean;
  readonly units: Unit[];
}

/**
 * Splits an article into passages.
 *
 * @returns passages in order, not overlapping; together they hold every block but those of kind `meta`
 */
export async function splitPassages(
  article: Pick<ArticleDraft, 'title' | 'text' | 'blocks'>,
  options: SplitPassagesOptions,
): Promise<PassagePlan[]> {
  const sections = await collectSections(article, options);
  const leads = sections.map(({ headings }) => [article.title, ...headings].join(' › '));
  const laterLeads = sections.map(({ opening }, index) =>
    opening === '' ? (leads[index] ?? '') : `${leads[index]} › ${opening}`,
  );
  const leadTokens = await options.countTokens(laterLeads);
  const spaced = /[぀-ヿ㐀-鿿가-힯]/.test(article.text) ? 1 : SPACED_FACTOR;
  const plans: PassagePlan[] = [];
  for (const [place, section] of sections.entries()) {
    const maximum = section.isClause ? PASSAGE_LENGTHS.clauseMaximum : PASSAGE_LENGTHS.maximum;
    const limits = {
      target: PASSAGE_LENGTHS.target * spaced,
      maximum: Math.min(MAX_QUOTE_LENGTH, maximum * spaced),
      tokens: roomForSentences(options.maxTokens, leadTokens[place] ?? 0),
    };
    packUnits(section, limits).forEach((units, index) => {
      const first = units[0];
      const last = units.at(-1);
      if (first === undefined || last === undefined) return;
      plans.push({
        start: first.start,
        end: last.end,
        headings: section.headings,
        sentences: units.flatMap((unit) =>
          unit.sentences.map(({ start, end }) => ({ start, end })),
        ),
        lead: (index > 0 ? laterLeads[place] : leads[place]) ?? '',
      });
    });
  }
  return plans;
}

/** Tokens of title and headings that are taken into account; longer leads are cut by the embedder. */
export const MAX_LEAD_TOKENS = 96;

/** Tokens that a passage's sentences may have beside a lead. */
function roomForSentences(maxTokens: number, leadTokens: number): number {
  return Math.max(64, maxTokens - RESERVED_TOKENS - Math.min(leadTokens, MAX_LEAD_TOKENS));
}

async function collectSections(
  article: Pick<ArticleDraft, 'title' | 'text' | 'blocks'>,
  options: SplitPassagesOptions,
): Promise<Section[]> {
  const blocks = article.blocks.filter((block) => block.kind !== 'meta');
  const units = await readUnits(article.text, blocks, options);
  const sections: Section[] = [];
  const path: { level: number; label: string }[] = [];
  let current: Section | undefined;
  let openHeading = false;
  blocks.forEach((block, index) => {
    const unit = units[index];
    if (unit === undefined) return;
    // A byline between two paragraphs parts them: no passage runs over it.
    if (current !== undefined && partsAtMeta(article, blocks[index - 1], block)) {
      current = { ...current, units: [] };
      sections.push(current);
      openHeading = false;
    }
    if (block.kind === 'heading' || block.kind === 'clause') {
      const level = block.level ?? 1;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({
        level,
        label: block.label ?? article.text.slice(block.start, block.end).slice(0, 60),
      });
      const headings = path.map((entry) => entry.label);
      const isClause = block.kind === 'clause';
      const opening = isClause ? article.text.slice(block.start, block.end).slice(0, 80) : '';
      // A heading goes with what it opens: headings in a row are one section with the first text under them.
      if (openHeading && current !== undefined) {
        current = { headings, opening, isClause, units: [...current.units, unit] };
        sections[sections.length - 1] = current;
      } else {
        current = { headings, opening, isClause, units: [unit] };
        sections.push(current);
      }
      openHeading = block.kind === 'heading';
      return;
    }
    if (current === undefined) {
      current = { headings: [], opening: '', isClause: false, units: [] };
      sections.push(current);
    }
    current.units.push(unit);
    openHeading = false;
  });
  return sections;
}

/** Whether something lies between two blocks that follow each other here: a block of kind `meta`. */
function partsAtMeta(
  { text }: Pick<ArticleDraft, 'text'>,
  previous: Block | undefined,
  next: Block,
): boolean {
  return previous !== undefined && text.slice(previous.end, next.start).trim() !== '';
}

async function readUnits(
  text: string,
  blocks: readonly Block[],
  options: SplitPassagesOptions,
): Promise<Unit[]> {
  const spans = blocks.map((block) => splitSentences(text, block.start, block.end));
  const all = spans.flat();
  const counts = await options.countTokens(all.map((span) => text.slice(span.start, span.end)));
  const maxTokens = Math.min(
    MAX_SENTENCE_TOKENS,
    roomForSentences(options.maxTokens, MAX_LEAD_TOKENS),
  );
  let next = 0;
  return blocks.map((block, index) => {
    const sentences = (spans[index] ?? []).map((span) => ({
      ...span,
      tokens: counts[next++] ?? 0,
    }));
    return {
      start: sentences[0]?.start ?? block.start,
      end: sentences.at(-1)?.end ?? block.end,
      sentences: sentences.flatMap((sentence) => breakLongSentence(text, sentence, maxTokens)),
      tokens: sentences.reduce((sum, sentence) => sum + sentence.tokens, 0),
    };
  });
}

/** A “sentence” that no passage could hold is cut at ；, then ， or a space: lists without a full stop. */
function breakLongSentence(
  text: string,
  sentence: Span & { readonly tokens: number },
  maxTokens: number,
): (Span & { readonly tokens: number })[] {
  const length = sentence.end - sentence.start;
  if (length <= PASSAGE_LENGTHS.maximum && sentence.tokens <= maxTokens) return [sentence];
  const middle = sentence.start + Math.floor(length / 2);
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let index = sentence.start + 20; index < sentence.end - 20; index += 1) {
    const mark = text[index - 1] ?? '';
    const rank = '；;'.includes(mark)
      ? 0
      : '，,、：:'.includes(mark)
        ? 0.5
        : /\s/.test(mark)
          ? 0.8
          : 3;
    const code = text.charCodeAt(index);
    if (rank === 3 && code >= 0xdc00 && code <= 0xdfff) continue;
    const cost = Math.abs(index - middle) / length + rank * 0.5;
    if (cost < bestCost) {
      bestCost = cost;
      best = index;
    }
  }
  if (best < 0) return [sentence];
  const share = (best - sentence.start) / length;
  let rest = best;
  while (rest < sentence.end && /\s/.test(text[rest] ?? '')) rest += 1;
  let head = best;
  while (head > sentence.start && /\s/.test(text[head - 1] ?? '')) head -= 1;
  return [
    { start: sentence.start, end: head, tokens: Math.ceil(sentence.tokens * share) },
    { start: rest, end: sentence.end, tokens: Math.ceil(sentence.tokens * (1 - share)) },
  ].flatMap((part) => breakLongSentence(text, part, maxTokens));
}
