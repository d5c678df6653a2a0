/** Texts with questions whose answers are known: `samples/`, and folders of `corpus.jsonl` and `queries.jsonl`. */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../src/domain/answer.js';
import type { ArticleDraft } from '../src/domain/article.js';
import { findHitRank } from '../src/eval/judge-answer.js';
import { parseQuestions } from '../src/eval/questions.js';
import { detectLanguage } from '../src/ingest/detect-language.js';
import { readDrafts } from './make-base.js';

export const SAMPLES: string = fileURLToPath(new URL('../samples', import.meta.url));

/** What is judged: a passage's text, and the place of its article among the set's drafts. */
export interface Shown {
  readonly text: string;
  readonly article: number;
}

export interface SetQuestion {
  readonly text: string;
  /** Rank of the first that answers, from 1; undefined for a miss. */
  rank(shown: readonly Shown[]): number | undefined;
}

export interface QuestionSet {
  readonly name: string;
  readonly drafts: readonly ArticleDraft[];
  /** Only those that have an answer. */
  readonly questions: readonly SetQuestion[];
}

/** The questions of `samples/questions.json`, all of them as text. */
export const readSampleQuestions = () => {
  const path = join(SAMPLES, 'questions.json');
  return parseQuestions(readFileSync(path, 'utf8'), path);
};

/** A passage answers when it holds the gold, as `quoth eval` judges. */
export async function readSamples(): Promise<QuestionSet> {
  const questions = readSampleQuestions().filter(({ answerable }) => answerable);
  return {
    name: 'samples',
    drafts: await readDrafts([SAMPLES]),
    questions: questions.map((question) => ({
      text: question.text,
      rank: (shown) => findHitRank(question, makeAnswer(question.text, shown), new Map()),
    })),
  };
}

/** Passages as an answer, for the judge of `quoth eval`, which reads their words alone. */
function makeAnswer(question: string, shown: readonly Shown[]): Answer {
  const citation = { articleId: '', document: '', title: '', headings: [] };
  const place = { startLine: 1, endLine: 1, start: 0, end: 0 };
  const quotes = shown.map(({ text }) => ({
    text,
    highlights: [],
    score: 0,
    citation: { ...citation, ...place },
  }));
  return { question, kind: 'answered', quotes, tookMs: 0 };
}

interface CorpusLine {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

interface QueryLine {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly string[];
}

/** At most this many questions of a set, evenly taken: a run has to end. */
const MOST_QUESTIONS = 170;

/** A passage answers when it is of an article that is gold. */
export function readFolder(folder: string): QuestionSet {
  const corpus = readLines<CorpusLine>(join(folder, 'corpus.jsonl'));
  const queries = readLines<QueryLine>(join(folder, 'queries.jsonl')).filter(
    ({ gold }) => gold.length > 0,
  );
  const step = Math.max(1, Math.ceil(queries.length / MOST_QUESTIONS));
  return {
    name: basename(resolve(folder)),
    drafts: corpus.map(makeDraft),
    questions: queries
      .filter((_, index) => index % step === 0)
      .map(({ text, gold }) => ({
        text,
        rank: (shown) => {
          const place = shown.findIndex(({ article }) => gold.includes(corpus[article]?.id ?? ''));
          return place < 0 ? undefined : place + 1;
        },
      })),
  };
}

function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** An article of one paragraph. */
function makeDraft({ title, text }: CorpusLine): ArticleDraft {
  return {
    title,
    language: detectLanguage(text),
    startLine: 1,
    endLine: 1,
    text,
    lineStarts: [[0, 1]],
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  };
}
