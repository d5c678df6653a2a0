/**
 * The same questions and statements in the languages that readers ask in. Token vectors carry an offset that says which
 * language a text is in and whether it asks or states; this text tells how large it is, so that it can be taken off a
 * question. Plain sentences of daily and public life, written for this purpose; none of them is about a library's content.
 */
import { ar } from './parallel/ar.js';
import { de } from './parallel/de.js';
import { en } from './parallel/en.js';
import { es } from './parallel/es.js';
import { fr } from './parallel/fr.js';
import { ja } from './parallel/ja.js';
import { ko } from './parallel/ko.js';
import { pt } from './parallel/pt.js';
import { ru } from './parallel/ru.js';
import { vi } from './parallel/vi.js';
import { zh } from './parallel/zh.js';

/** Questions and statements, in the same order in every language. */
export interface ParallelText {
  readonly questions: readonly string[];
  readonly statements: readonly string[];
}

/** By the language that `detectQuestionLanguage` tells. */
export const PARALLEL_TEXT: Readonly<Record<string, ParallelText>> = {
  zh,
  en,
  ja,
  ko,
  ru,
  es,
  fr,
  de,
  vi,
  ar,
  pt,
};
