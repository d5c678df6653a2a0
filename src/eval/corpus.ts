/**
 * Public retrieval sets: `corpus.jsonl` with one entry a line, `queries.jsonl` with the ids of the entries that answer.
 * Each entry becomes a document of its own; a quote is a hit when it is of such a document, whatever its words.
 */
import { z } from 'zod';
import { AppError } from '../errors.js';
import { splitArticles } from '../ingest/split-articles.js';
import { parseJson } from './parse-json.js';
import type { EvalQuestion } from './questions.js';

const entrySchema = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string().refine((text) => text.trim() !== '', 'expected a text, got white space'),
});

const querySchema = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string().default('und'),
  type: z.string().optional(),
  /** A part of the set; stands for the type where there is none. */
  split: z.string().optional(),
  /** Ids of the entries that answer. */
  gold: z.array(z.string()),
  /** Words that answer, each in the entry `pid`. */
  answers: z.array(z.object({ pid: z.string(), text: z.string() })).default([]),
  /** @default whether there is any gold */
  answerable: z.boolean().optional(),
});

type CorpusEntry = z.infer<typeof entrySchema>;

/** A document made of an entry. */
export interface CorpusDocument {
  /** File name. */
  readonly name: string;
  readonly text: string;
  /** Whether ingest will keep all words of the entry together, in one article. */
  readonly isWhole: boolean;
}

/** A set, ready to be ingested and asked. */
export interface CorpusSet {
  readonly documents: readonly CorpusDocument[];
  readonly questions: readonly EvalQuestion[];
}

/**
 * Reads a set.
 *
 * @param corpus text of `corpus.jsonl`
 * @param queries text of `queries.jsonl`
 * @throws AppError QUESTIONS_INVALID that names the line
 */
export function parseCorpusSet(corpus: string, queries: string): CorpusSet {
  const names = new Map<string, string>();
  // A library keeps the same text once: entries that say the same are one document.
  const documents = new Map<string, CorpusDocument>();
  for (const entry of parseLines(corpus, entrySchema, 'corpus.jsonl')) {
    const key = `${entry.title}\n${entry.text}`;
    const known = documents.get(key);
    const document = known ?? makeDocument(entry, documents.size + 1);
    documents.set(key, document);
    names.set(entry.id, document.name);
  }
  const questions = parseLines(queries, querySchema, 'queries.jsonl').map((query) =>
    toQuestion(query, names),
  );
  return { documents: [...documents.values()], questions };
}

function parseLines<T>(text: string, schema: z.ZodType<T>, file: string): T[] {
  const parsed: T[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `${file} line ${at + 1}`;
    parsed.push(
      parseJson(line, schema, {
        code: 'QUESTIONS_INVALID',
        place,
        expected: place,
        whole: 'the line',
      }),
    );
  }
  if (parsed.length === 0) {
    throw new AppError('QUESTIONS_INVALID', `expected lines in ${file}, found none`);
  }
  return parsed;
}

function toQuestion(
  query: z.infer<typeof querySchema>,
  names: ReadonlyMap<string, string>,
): EvalQuestion {
  const { id, text, lang, gold, answers } = query;
  const answerable = query.answerable ?? gold.length > 0;
  if (answerable && gold.length === 0) {
    throw new AppError(
      'QUESTIONS_INVALID',
      `expected gold of the answerable query ${id}, got none`,
    );
  }
  return {
    id,
    lang,
    text,
    type: query.type ?? query.split ?? 'question',
    answerable,
    gold: gold.flatMap((entryId) => {
      const file = names.get(entryId);
      if (file === undefined) {
        throw new AppError(
          'QUESTIONS_INVALID',
          `expected gold of query ${id} in corpus.jsonl, found no entry ${entryId}`,
        );
      }
      const words = answers.filter(({ pid }) => pid === entryId).map((answer) => answer.text);
      return (words.length > 0 ? words : ['']).map((quote) => ({ file, articleN: 1, quote }));
    }),
    goldMode: 'any',
    level: 'document',
  };
}

const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

/**
 * Writes an entry as it stands or, where ingest would part it or leave lines of it out (a number alone in a line is
 * taken for a page number), in one line.
 */
function makeDocument({ title, text }: CorpusEntry, ordinal: number): CorpusDocument {
  const name = `entry-${ordinal}.txt`;
  const head = title.trim() === '' ? '' : `${title.replace(/\s+/gu, ' ').trim()}\n\n`;
  const forms = [text.trim(), text.replace(/\s+/gu, ' ').trim()].map((body) => head + body);
  const whole = forms.find((form) => keepsWhole(form, text, name));
  return { name, text: whole ?? forms[1] ?? text, isWhole: whole !== undefined };
}

function keepsWhole(document: string, text: string, name: string): boolean {
  const lines = document.normalize('NFC').split(/\r\n|[\n\r\u2028\u2029]/);
  const { articles } = splitArticles({ lines, format: 'text', name });
  return articles.length === 1 && squeeze(articles[0]?.text ?? '').includes(squeeze(text));
}
