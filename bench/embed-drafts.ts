/** Articles cut and embedded by the product's own steps, with what the bench needs to know of each passage. */
import type { ArticleDraft } from '../src/domain/article.js';
import { type PassagePlan, splitPassages } from '../src/ingest/split-passages.js';
import type { NewPassage, TokenSum } from '../src/ports/article-store.js';
import type { Embedder, PassageInput } from '../src/ports/embedder.js';
import { passageText } from '../src/search/load-passages.js';
import { extractTerms } from '../src/search/terms.js';

/** A passage ready for the store, with what was embedded. */
export interface EmbeddedPassage extends NewPassage {
  readonly input: PassageInput;
}

export interface EmbeddedArticle {
  readonly draft: ArticleDraft;
  readonly passages: readonly EmbeddedPassage[];
}

/** Cuts articles into passages and embeds them. */
export async function embedDrafts(
  drafts: readonly ArticleDraft[],
  embedder: Embedder,
  onBatch?: (done: number, total: number) => void,
): Promise<{ readonly articles: readonly EmbeddedArticle[]; readonly tokenSum: TokenSum }> {
  const plans: PassagePlan[][] = [];
  for (const draft of drafts) {
    const { maxTokens } = embedder;
    const countTokens = (texts: readonly string[]) => embedder.countTokens(texts);
    plans.push(await splitPassages(draft, { maxTokens, countTokens }));
  }
  const inputs = plans.map((list, index) =>
    list.map(({ lead, sentences }) => ({
      lead,
      sentences: sentences.map(({ start, end }) => drafts[index]?.text.slice(start, end) ?? ''),
    })),
  );
  const flat = inputs.flat();
  const { embeddings, tokenSum } = await embedder.embedPassages(flat, {
    onBatch: (done) => onBatch?.(done, flat.length),
  });
  let next = 0;
  const articles = drafts.map((draft, index) => ({
    draft,
    passages: (plans[index] ?? []).map((plan, place): EmbeddedPassage => {
      const { lead: _, ...passage } = plan;
      const embedding = embeddings[next++];
      const input = inputs[index]?.[place];
      if (embedding === undefined || input === undefined) throw new Error('too few vectors');
      return { ...passage, ...embedding, input, terms: extractTerms(passageText(draft, plan)) };
    }),
  }));
  return { articles, tokenSum };
}
