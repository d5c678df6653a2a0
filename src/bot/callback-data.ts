/**
 * What a button carries: a letter, the short id of an answer, and numbers. Telegram allows 64 bytes and shows the data to
 * clients, so nothing of the question or the article is in it, and whatever comes back is checked.
 */
import { createHash } from 'node:crypto';
import { type DeliveryPress, decodeDeliveryPress, encodeDeliveryPress } from './delivery-press.js';
import { decodeLibraryPress, encodeLibraryPress, type LibraryPress } from './library-press.js';

/** A press of one of our buttons. `from` is the first quote of the page that the message showed. */
export type Press =
  | { readonly action: 'more'; readonly answerId: string; readonly from: number }
  | { readonly action: 'back'; readonly answerId: string; readonly from: number }
  | {
      readonly action: 'context';
      readonly answerId: string;
      readonly from: number;
      readonly quote: number;
    }
  | {
      readonly action: 'article';
      readonly answerId: string;
      readonly from: number;
      readonly quote: number;
      /** From 0; without it the page of the quote. */
      readonly page?: number;
    }
  | { readonly action: 'example'; readonly key: string }
  /** 👍, 👎 and its reasons under an answer. */
  | { readonly action: 'vote'; readonly what: VotePress; readonly answerId: string }
  /** *Only my words* under an answer to a follow-up. */
  | { readonly action: 'literal'; readonly answerId: string }
  /** *Follow this* under an answer. */
  | { readonly action: 'follow'; readonly answerId: string }
  | { readonly action: 'topic'; readonly what: TopicPress; readonly topicId: string }
  /** A page of all topics of a subscriber. */
  | { readonly action: 'topics'; readonly subscriberId: number; readonly page: number }
  | {
      readonly action: 'alert';
      readonly what: AlertPress;
      readonly alertId: number;
      readonly page?: number;
    }
  | {
      readonly action: 'settings';
      readonly what: SettingsPress;
      /** Of a channel whose admin is in private; else the chat of the press. */
      readonly subscriberId?: number;
      readonly value?: number;
    }
  /** Without a language the choices are shown; `auto` is what Telegram says. */
  | { readonly action: 'language'; readonly language?: string }
  | { readonly action: 'forget'; readonly isSure: boolean }
  /** *Answer again* under a note; the question is the message that the note replies to. */
  | { readonly action: 'again' }
  | LibraryPress
  | DeliveryPress
  /** The label between the arrows: nothing happens. */
  | { readonly action: 'none' };

/** What a button about a topic does, by the letter that it carries. */
const TOPIC_PRESSES = {
  s: 'start',
  x: 'cancel',
  o: 'open',
  p: 'pause',
  m: 'mute',
  u: 'stricter',
  d: 'looser',
  n: 'rename',
  q: 'askDelete',
  z: 'delete',
  k: 'keepBoth',
  j: 'merge',
  c: 'catchUp',
} as const;
/** The same under an answer. */
const VOTE_PRESSES = {
  g: 'good',
  b: 'bad',
  p: 'wrongPassage',
  s: 'wrongSource',
  m: 'missing',
  o: 'other',
} as const;
/** The same on an alert: `good` and `bad` move its topic's threshold. */
const ALERT_PRESSES = { c: 'context', a: 'article', g: 'good', b: 'bad', u: 'unfollow' } as const;
/** The same in the settings. */
const SETTINGS_PRESSES = {
  t: 'timing',
  h: 'hour',
  q: 'quiet',
  z: 'askZone',
  c: 'zone',
  s: 'sound',
  k: 'quotes',
  o: 'open',
} as const;

export type TopicPress = (typeof TOPIC_PRESSES)[keyof typeof TOPIC_PRESSES];
export type VotePress = (typeof VOTE_PRESSES)[keyof typeof VOTE_PRESSES];
type AlertPress = (typeof ALERT_PRESSES)[keyof typeof ALERT_PRESSES];
export type SettingsPress = (typeof SETTINGS_PRESSES)[keyof typeof SETTINGS_PRESSES];

const VOTE_PRESS = /^v:([a-z]):([0-9a-z]{8})$/;
const LITERAL_PRESS = /^i:([0-9a-z]{8})$/;
const FOLLOW_PRESS = /^f:([0-9a-z]{8})$/;
const TOPIC_PRESS = /^t:([a-z]):([0-9a-z]{8})$/;
const TOPICS_PRESS = /^p:(\d{1,15}):(\d{1,3})$/;
const ALERT_PRESS = /^l:([a-z]):(\d{1,15})(?::(\d{1,5}))?$/;
const SETTINGS_PRESS = /^s:([a-z])(?::(\d{1,3}))?(?:@(\d{1,15}))?$/;
const LANGUAGE_PRESS = /^g(?::([a-z]{2,4}(?:-[a-z]{2,4})?))?$/;
const FORGET_PRESS = /^x:([01])$/;

/** The letter of a press in its table. */
function letterOf<Name extends string>(table: Readonly<Record<string, Name>>, name: Name): string {
  return Object.entries(table).find(([, other]) => other === name)?.[0] ?? '';
}

const ANSWER_PRESS = /^([mbca]):([0-9a-z]{8}):(\d{1,3})(?::(\d{1,3}))?(?::(\d{1,5}))?$/;
const EXAMPLE_PRESS = /^e:([0-9a-f]{12})$/;

/** Encodes a press; the result is ASCII and at most 64 bytes. */
export function encodePress(press: Press): string {
  switch (press.action) {
    case 'more':
      return `m:${press.answerId}:${press.from}`;
    case 'back':
      return `b:${press.answerId}:${press.from}`;
    case 'context':
      return `c:${press.answerId}:${press.from}:${press.quote}`;
    case 'article': {
      const page = press.page === undefined ? '' : `:${press.page}`;
      return `a:${press.answerId}:${press.from}:${press.quote}${page}`;
    }
    case 'example':
      return `e:${press.key}`;
    case 'vote':
      return `v:${letterOf(VOTE_PRESSES, press.what)}:${press.answerId}`;
    case 'literal':
      return `i:${press.answerId}`;
    case 'follow':
      return `f:${press.answerId}`;
    case 'topic':
      return `t:${letterOf(TOPIC_PRESSES, press.what)}:${press.topicId}`;
    case 'topics':
      return `p:${press.subscriberId}:${press.page}`;
    case 'alert': {
      const page = press.page === undefined ? '' : `:${press.page}`;
      return `l:${letterOf(ALERT_PRESSES, press.what)}:${press.alertId}${page}`;
    }
    case 'settings': {
      const value = press.value === undefined ? '' : `:${press.value}`;
      const owner = press.subscriberId === undefined ? '' : `@${press.subscriberId}`;
      return `s:${letterOf(SETTINGS_PRESSES, press.what)}${value}${owner}`;
    }
    case 'language':
      return press.language === undefined ? 'g' : `g:${press.language}`;
    case 'forget':
      return `x:${press.isSure ? 1 : 0}`;
    case 'again':
      return 'r';
    case 'library':
    case 'read':
      return encodeLibraryPress(press);
    case 'delivery':
      return encodeDeliveryPress(press);
    case 'none':
      return '-';
  }
}

/** Decodes what came with a press; `undefined` when no button of ours carries it. */
export function decodePress(data: string): Press | undefined {
  if (data === '-') return { action: 'none' };
  if (data === 'r') return { action: 'again' };
  const key = EXAMPLE_PRESS.exec(data)?.[1];
  if (key !== undefined) return { action: 'example', key };
  const known = decodeFollowing(data) ?? decodeLibraryPress(data) ?? decodeDeliveryPress(data);
  if (known !== undefined) return known;
  const [, letter, answerId, first, second, third] = ANSWER_PRESS.exec(data) ?? [];
  if (answerId === undefined) return undefined;
  const from = Number(first);
  const isShort = second === undefined && third === undefined;
  if (letter === 'm' && isShort) return { action: 'more', answerId, from };
  if (letter === 'b' && isShort) return { action: 'back', answerId, from };
  if (second === undefined) return undefined;
  const quote = Number(second);
  if (letter === 'c' && third === undefined) return { action: 'context', answerId, from, quote };
  if (letter !== 'a') return undefined;
  const page = third === undefined ? {} : { page: Number(third) };
  return { action: 'article', answerId, from, quote, ...page };
}

function decodeFollowing(data: string): Press | undefined {
  const [, voteLetter = '', votedId] = VOTE_PRESS.exec(data) ?? [];
  const vote: VotePress | undefined = readLetter(VOTE_PRESSES, voteLetter);
  if (votedId !== undefined && vote !== undefined) {
    return { action: 'vote', what: vote, answerId: votedId };
  }
  const literal = LITERAL_PRESS.exec(data)?.[1];
  if (literal !== undefined) return { action: 'literal', answerId: literal };
  const answerId = FOLLOW_PRESS.exec(data)?.[1];
  if (answerId !== undefined) return { action: 'follow', answerId };
  const [, topicLetter = '', topicId] = TOPIC_PRESS.exec(data) ?? [];
  const onTopic: TopicPress | undefined = readLetter(TOPIC_PRESSES, topicLetter);
  if (topicId !== undefined && onTopic !== undefined) {
    return { action: 'topic', what: onTopic, topicId };
  }
  const [, alertLetter = '', alertId, page] = ALERT_PRESS.exec(data) ?? [];
  const onAlert: AlertPress | undefined = readLetter(ALERT_PRESSES, alertLetter);
  if (alertId !== undefined && onAlert !== undefined) {
    const at = page === undefined ? {} : { page: Number(page) };
    return { action: 'alert', what: onAlert, alertId: Number(alertId), ...at };
  }
  const [, owner, listPage] = TOPICS_PRESS.exec(data) ?? [];
  if (owner !== undefined) {
    return { action: 'topics', subscriberId: Number(owner), page: Number(listPage) };
  }
  const [, settingsLetter = '', value, settingsOwner] = SETTINGS_PRESS.exec(data) ?? [];
  const onSettings: SettingsPress | undefined = readLetter(SETTINGS_PRESSES, settingsLetter);
  if (onSettings !== undefined) {
    const chosen = value === undefined ? {} : { value: Number(value) };
    const of = settingsOwner === undefined ? {} : { subscriberId: Number(settingsOwner) };
    return { action: 'settings', what: onSettings, ...of, ...chosen };
  }
  const asked = LANGUAGE_PRESS.exec(data);
  if (asked !== null) {
    const [, language] = asked;
    return { action: 'language', ...(language !== undefined && { language }) };
  }
  const sure = FORGET_PRESS.exec(data)?.[1];
  return sure === undefined ? undefined : { action: 'forget', isSure: sure === '1' };
}

/** The answer that a button belongs to, if it belongs to one. */
export function findAnswerId(data: string): string | undefined {
  const press = decodePress(data);
  return press !== undefined && 'answerId' in press ? press.answerId : undefined;
}

function readLetter<Name extends string>(
  table: Readonly<Record<string, Name>>,
  letter: string,
): Name | undefined {
  return Object.hasOwn(table, letter) ? table[letter] : undefined;
}

/** The key under which an example question is found again: the same after a restart with the same examples. */
export function hashExample(example: string): string {
  return createHash('sha256').update(example).digest('hex').slice(0, 12);
}
