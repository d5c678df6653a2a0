/** Embeds what readers follow, once: probes and backgrounds are kept in the store, and in memory while a run lasts. */
import { baseLanguage } from '../domain/article.js';
import type { TokenVectors } from '../domain/passage.js';
import type { ArticleStore, LibraryState, PassageStore } from '../ports/article-store.js';
import type { Embedder } from '../ports/embedder.js';
import type { ProbeStore, TopicProbe } from '../ports/topic-store.js';
import { type MaxSim, type MaxSimQuestion, weighTokens } from '../search/max-sim.js';
import { detectQuestionLanguage } from '../search/question-language.js';
import type { NewDocument } from './count-new.js';

export type KnownProbe = Omit<TopicProbe, 'backgrounds'>;

/** Passages that a background is measured over; the median of 200 is within 0.01 of that of all. */
const SAMPLE_PASSAGES = 200;

/** A background is measured anew once the library has grown or shrunk by this factor. */
const STALE_FACTOR = 1.5;

/** Backgrounds that are measured anew for a new passage: as many as cost less than half of what embedding it does. */
const RENEWED_A_PASSAGE = 3;

/** Probes kept in memory at most; each is some 15 KB. */
const MAX_REMEMBERED = 2000;

export interface ProbePorts {
  readonly probes: ProbeStore;
  readonly embedder: Pick<Embedder, 'embedQuestion'>;
  /** `id@sha256` of the embedder's model. */
  readonly model: string;
  readonly passages: Pick<PassageStore, 'listPassageIds' | 'getPassages' | 'readTokenVectors'>;
  readonly articles: Pick<ArticleStore, 'listArticles'>;
  readonly maxSim: MaxSim;
}

export interface TopicProber {
  readProbe(text: string): Promise<TopicProbe>;
  /** Reads what the store keeps of many texts at once; one by one takes three times as long. */
  readAhead(texts: readonly string[]): Promise<void>;
  readonly measureBackground: MeasureBackground;
  /** The same for matching a document; of backgrounds that are old only a few are measured anew, the others serve as they are. */
  measureFewBackgrounds(document: NewDocument): MeasureBackground;
  /** Keeps in the store what was measured: all in one step. */
  save(): Promise<void>;
}

/**
 * Median late interaction of a text over a sample of the library's passages in a language.
 * @param asked the text, prepared for passages of the language
 */
type MeasureBackground = (
  asked: MaxSimQuestion,
  options: { readonly text: string; readonly language: string; readonly state: LibraryState },
) => Promise<{ readonly median: number; readonly passages: number }>;

export function createTopicProber(ports: ProbePorts): TopicProber {
  const remembered = new Map<string, Promise<TopicProbe>>();
  let sample: { readonly generation: number; readonly passages: Promise<Sample> } | undefined;

  const remember = (text: string, probe: Promise<TopicProbe>): Promise<TopicProbe> => {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(text, probe);
    probe.catch(() => remembered.delete(text));
    return probe;
  };
  const loadProbe = async (text: string): Promise<TopicProbe> => {
    const kept = await ports.probes.read([text], ports.model);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const { vector, tokenVectors, tokenWeights } = await ports.embedder.embedQuestion(text);
    const language = detectQuestionLanguage(text);
    const model = ports.model;
    const probe = { model, language, vector, tokenVectors, tokenWeights, backgrounds: {} };
    await ports.probes.put([[text, probe]]);
    // As it is kept, which is rounded: the first look at a topic and all later ones say the same.
    return (await ports.probes.read([text], model)).get(text) ?? probe;
  };
  const readProbe = (text: string): Promise<TopicProbe> =>
    remembered.get(text) ?? remember(text, loadProbe(text));
  const readSample = (generation: number): Promise<Sample> => {
    if (sample?.generation !== generation) {
      sample = { generation, passages: takeSample(ports) };
    }
    return sample.passages;
  };

  const unsaved = new Map<string, TopicProbe>();
  const measureWith =
    (mayRenew: () => boolean): MeasureBackground =>
    async (asked, { text, language, state }) => {
      const probe = await readProbe(text);
      const kept = probe.backgrounds[language];
      if (kept !== undefined && isFresh(kept.libraryPassages, state.passages)) return kept;
      if (kept !== undefined && !mayRenew()) return kept;
      const near = (await readSample(state.generation)).get(language) ?? [];
      const late = near.map((packed) =>
        weighTokens(ports.maxSim.compare(asked, packed).best, probe.tokenWeights),
      );
      const background = {
        median: median(late),
        passages: late.length,
        libraryPassages: state.passages,
      };
      const next = { ...probe, backgrounds: { ...probe.backgrounds, [language]: background } };
      remember(text, Promise.resolve(next));
      // Nothing was measured: not worth keeping.
      if (late.length > 0) unsaved.set(text, next);
      return background;
    };

  return {
    readProbe,
    async readAhead(texts) {
      const missing = [...new Set(texts)].filter((text) => !remembered.has(text));
      for (const [text, probe] of await ports.probes.read(missing, ports.model)) {
        remember(text, Promise.resolve(probe));
      }
    },
    measureBackground: measureWith(() => true),
    measureFewBackgrounds({ articles }) {
      let left = articles.reduce(
        (sum, { passages }) => sum + RENEWED_A_PASSAGE * passages.length,
        0,
      );
      return measureWith(() => {
        left -= 1;
        return left >= 0;
      });
    },
    async save() {
      const probes = [...unsaved];
      unsaved.clear();
      await ports.probes.put(probes);
    },
  };
}

/** Token vectors of the sample by language. */
type Sample = ReadonlyMap<string, readonly TokenVectors[]>;

async function takeSample(ports: ProbePorts): Promise<Sample> {
  const ids = await ports.passages.listPassageIds();
  const step = Math.max(1, ids.length / SAMPLE_PASSAGES);
  const chosen = Array.from(
    { length: Math.min(ids.length, SAMPLE_PASSAGES) },
    (_, index) => ids[Math.floor(index * step)] as number,
  );
  const languages = new Map(
    (await ports.articles.listArticles()).map(({ id, language }) => [id, baseLanguage(language)]),
  );
  const [passages, vectors] = await Promise.all([
    ports.passages.getPassages(chosen),
    ports.passages.readTokenVectors(chosen),
  ]);
  const sample = new Map<string, TokenVectors[]>();
  for (const { id, articleId } of passages) {
    const packed = vectors.get(id);
    const language = languages.get(articleId);
    if (packed === undefined || language === undefined) continue;
    sample.set(language, [...(sample.get(language) ?? []), packed]);
  }
  return sample;
}

function isFresh(then: number, now: number): boolean {
  return now <= then * STALE_FACTOR && then <= now * STALE_FACTOR;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
