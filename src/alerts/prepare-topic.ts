/**
 * A topic made ready for comparing with passages, as a question is, but of what topics need only: done for each topic that
 * comes near a new article.
 */
import type { LibraryState } from '../ports/article-store.js';
import type { LexicalIndex } from '../ports/lexical-index.js';
import type { Aliases } from '../search/aliases.js';
import type { CountTerms } from '../search/count-terms.js';
import type { MaxSim } from '../search/max-sim.js';
import {
  centreQuestion,
  type QuestionVectors,
  readMeans,
  takeFilters,
} from '../search/prepare-question.js';
import type { FindShift } from '../search/question-shift.js';
import type { QuestionTerms } from '../search/score-terms.js';
import type { Glossary } from '../search/translate-words.js';
import { weighQuestion } from '../search/weigh-question.js';
import type { KnownProbe, TopicProber } from './probe-topics.js';
import type { TopicWords } from './read-topic.js';
import { chooseTexts, TOPIC_MODELS } from './score-topic.js';

/** What a background is taken for before there are passages enough: the usual median, and how many passages it weighs. */
const USUAL_BACKGROUND = { late: 0.25, passages: 20 } as const;

const NO_TERMS: QuestionTerms = { idf: new Map(), knownShare: 0, passagesWith: new Map() };

/** A text of the topic, ready for comparing with passages of one language. */
interface Rendering {
  readonly text: string;
  readonly model: keyof typeof TOPIC_MODELS;
  /** None where the model asks for no words. */
  readonly terms: QuestionTerms;
  readonly tokenWeights: readonly number[];
  readonly vectors: QuestionVectors;
  /** Median late interaction of the topic over the library's passages of the language. */
  readonly background: number;
}

/** A topic made ready for the passages of each language of the library. */
export interface PreparedTopic {
  readonly words: TopicWords;
  /** By passage language: alternatives, of each of which every rendering has to agree. */
  readonly byLanguage: ReadonlyMap<string, readonly (readonly Rendering[])[]>;
}

export interface TopicPorts {
  readonly maxSim: MaxSim;
  readonly aliases?: Aliases;
  readonly findShift?: FindShift;
  readonly lexical: Pick<LexicalIndex, 'countPassagesWith'>;
  readonly glossary: Glossary;
  readonly readProbe: (text: string) => Promise<KnownProbe>;
  /** Median late interaction of a text over a sample of the library's passages in a language. */
  readonly measureBackground: TopicProber['measureBackground'];
}

/** Makes a topic ready. */
export async function prepareTopic(
  words: TopicWords,
  state: LibraryState,
  ports: TopicPorts,
): Promise<PreparedTopic> {
  const subject = await ports.readProbe(words.subject);
  const byLanguage = new Map<string, readonly (readonly Rendering[])[]>();
  for (const language of state.languages.keys()) {
    const alternatives = chooseTexts(words.subject, subject.language, language, ports.glossary);
    byLanguage.set(
      language,
      await Promise.all(
        alternatives.map((texts) =>
          Promise.all(
            texts.map(({ text, model }) =>
              prepareRendering(text, { model, language, state, ports }),
            ),
          ),
        ),
      ),
    );
  }
  return { words, byLanguage };
}

async function prepareRendering(
  text: string,
  options: {
    readonly model: keyof typeof TOPIC_MODELS;
    readonly language: string;
    readonly state: LibraryState;
    readonly ports: TopicPorts;
  },
): Promise<Rendering> {
  const { model, language, state, ports } = options;
  const { lexical, aliases = [] } = ports;
  const probe = await ports.readProbe(text);
  const vectors = centreQuestion(probe, {
    means: readMeans(state),
    // The first English articles among Chinese ones are not all alike only because they are English.
    passages: state.languages.get(language) ?? 0,
    shift: await ports.findShift?.(model === 'own' ? language : probe.language, language),
    maxSim: ports.maxSim,
  });
  const { tokenWeights } = probe;
  const { median, passages } = await ports.measureBackground(vectors.late, {
    text,
    language,
    state,
  });
  const { late, passages: weight } = USUAL_BACKGROUND;
  const countTerms: CountTerms = (terms) => lexical.countPassagesWith(terms);
  return {
    text,
    model,
    // Where words count for nothing they need not be weighed: thousands of topics may be in another language.
    terms:
      TOPIC_MODELS[model].words === 0
        ? NO_TERMS
        : await weighQuestion(takeFilters(text).text, {
            language,
            state,
            ports: { aliases, countTerms },
          }),
    tokenWeights,
    vectors,
    background: (median * passages + late * weight) / (passages + weight),
  };
}
