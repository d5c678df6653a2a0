/** What readers follow, and who they are to us: a chat id and settings, no name. */
import type { ChatPlace, Subscriber, Topic } from '../domain/topic.js';

/** What is known of a subscriber at the first meeting. */
type NewSubscriber = ChatPlace & Pick<Subscriber, 'kind' | 'language'>;

export interface SubscriberStore {
  /** The subscriber of a place, made when there is none; a known one is left as it is. */
  ensure(subscriber: NewSubscriber): Promise<Subscriber>;
  find(place: ChatPlace): Promise<Subscriber | undefined>;
  get(id: number): Promise<Subscriber | undefined>;
  /** Changes what is named; an unknown id changes nothing. */
  update(
    id: number,
    changes: Partial<Omit<Subscriber, 'id' | 'chatId' | 'threadId'>>,
  ): Promise<void>;
  /** Sets the state of every subscriber in a chat, forum topics included. */
  setChatState(chatId: number, state: Subscriber['state']): Promise<void>;
  /** A group has become a supergroup: moves everything to the new id, in one transaction; again: changes nothing. */
  moveChat(fromChatId: number, toChatId: number): Promise<void>;
  /** A forum topic is gone: its alerts go to the chat itself from now on, in one transaction. */
  leaveThread(id: number): Promise<void>;
  /** Removes a chat with its topics and alerts. @returns how many topics were removed */
  forget(chatId: number): Promise<number>;
  /**
   * Removes those who have not been `active` since a moment, in ms since 1970, with topics and alerts; also those who follow
   * nothing, not even a draft, and have neither stopped following nor changed their schedule since.
   *
   * @returns how many
   */
  forgetGone(before: number): Promise<number>;
}

/** How near a topic is to the library's passages of one language in general. */
interface TopicBackground {
  /** Median late interaction over a sample. */
  readonly median: number;
  /** Passages in the sample. */
  readonly passages: number;
  /** Passages that the library held then. */
  readonly libraryPassages: number;
}

/** What is kept of a topic's words, so that matching need not embed them again. */
export interface TopicProbe {
  /** `id@sha256` of the model. */
  readonly model: string;
  /** BCP 47, without script or region; `und` when it cannot be told. */
  readonly language: string;
  /** Float32Array of length `dimensions`, L2-normalised. */
  readonly vector: Float32Array;
  /** `tokens × dimensions` floats, as the embedder gave them. */
  readonly tokenVectors: Float32Array;
  readonly tokenWeights: readonly number[];
  /** By passage language. */
  readonly backgrounds: Readonly<Record<string, TopicBackground>>;
}

export interface TopicStore {
  /** Adds a topic, or puts it in the place of the one with its id. */
  put(topic: Topic): Promise<void>;
  get(id: string): Promise<Topic | undefined>;
  /** The topics of a subscriber, oldest first, drafts included. */
  list(subscriberId: number): Promise<readonly Topic[]>;
  /**
   * The active topics of subscribers that can be reached, in a stable order.
   * @param words only those with exactly these words @default all
   */
  listActive(words?: readonly string[]): Promise<readonly Topic[]>;
  /** The distinct words of all topics, drafts included. */
  listWords(): Promise<readonly string[]>;
  /** Every topic but drafts, with its subscriber; in a stable order. */
  listAll(): Promise<readonly { readonly topic: Topic; readonly subscriber: Subscriber }[]>;
  /** Removes a topic with its alerts; an unknown one is no error. See {@link SubscriberStore.forgetGone}. */
  remove(id: string): Promise<void>;
  /** Removes drafts that were made before a moment, in ms since 1970. @returns how many */
  forgetDrafts(before: number): Promise<number>;
}

/** Probes by the text they are of: readers who follow the same words share one. */
export interface ProbeStore {
  /** The probes of this model that are kept of some texts, by text. */
  read(texts: readonly string[], model: string): Promise<ReadonlyMap<string, TopicProbe>>;
  /** Languages and vectors alone, of the texts that have a probe of this model. */
  readVectors(
    texts: readonly string[],
    model: string,
  ): Promise<ReadonlyMap<string, Pick<TopicProbe, 'language' | 'vector'>>>;
  /** Keeps probes of texts in place of earlier ones, all in one step; token vectors may lose a hundredth of their precision. */
  put(probes: readonly (readonly [text: string, probe: TopicProbe])[]): Promise<void>;
  /** Removes the probes of all other texts, of every model. */
  keepOnly(texts: readonly string[]): Promise<void>;
}

/** Which entries are meant: for passages of one language, worked out with one model and glossary. */
export interface EntryKind {
  /** BCP 47, without script or region. */
  readonly language: string;
  /** Names what they were worked out with. */
  readonly basis: string;
}

/** What narrowing has worked out of a topic's words. */
export interface TopicEntry {
  /** Grows with every entry that is put; never used again. */
  readonly id: number;
  readonly words: string;
  /** See `alerts/pack-entry.ts`. */
  readonly packed: Uint8Array;
}

/** Keeps entries of topics, one for the same words however many follow them. An entry goes away with its topics. */
export interface EntryStore {
  /** Words of active topics that have no entry, each once. */
  listMissing(kind: EntryKind): Promise<readonly string[]>;
  /** Words of entries from when the library held fewer than `from` or more than `to` passages, the oldest first. */
  listStale(
    kind: EntryKind,
    options: { readonly from: number; readonly to: number; readonly limit: number },
  ): Promise<readonly string[]>;
  /** The entries with a larger id, by id. */
  readSince(kind: EntryKind, id: number): Promise<readonly TopicEntry[]>;
  /**
   * Keeps entries in place of earlier ones for the same words and language; words that no topic has are passed over.
   * @param passages that the library holds
   */
  put(kind: EntryKind, entries: readonly Omit<TopicEntry, 'id'>[], passages: number): Promise<void>;
}
