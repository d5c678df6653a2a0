/** Alerts → one message: what is new on which topic, each passage word for word with its citation, and buttons. */
import type { AlertView } from '../../domain/topic.js';
import type { AlertMessage } from '../../ports/notifier.js';
import type { Texts } from '../../texts/texts.js';
import type { Keyboard } from '../keyboards.js';
import { button } from '../keyboards.js';
import { cleanLabel } from './clean-label.js';
import { renderCitation } from './render-citation.js';
import { joinRich, type RichPart, type RichText, wrapRich } from './rich-text.js';
import { MESSAGE_LIMITS } from './split-message.js';
import { findSafeCut } from './text-boundaries.js';

/** Room for line breaks and numbers around each quote. */
const SLACK = 24;
/** A topic's name in a message. */
const MAX_NAME_LENGTH = 80;

/** The text of a message; always fits one. @param maxLength UTF-16 code units */
export function renderAlerts(
  message: Pick<AlertMessage, 'alerts' | 'reason'>,
  texts: Texts,
  maxLength: number = MESSAGE_LIMITS.maxLength,
): RichText {
  const { alerts, reason } = message;
  const [only] = alerts;
  const isSingle = alerts.length === 1 && only !== undefined && reason === 'instant';
  const head = isSingle
    ? texts.alertOn(cleanLabel(only.topicName, MAX_NAME_LENGTH))
    : reason === 'flood'
      ? texts.floodOf(alerts.length)
      : texts.digestOf(alerts.length);
  const captions = alerts.map((view, index) => captionOf(view, index + 1, { isSingle, texts }));
  const taken = captions.reduce((sum, { text }) => sum + text.length + SLACK, head.length);
  const room = Math.floor((maxLength - taken - texts.restInArticle.length) / alerts.length);
  const blocks: RichPart[] = [head];
  let isWhole = true;
  for (const [index, { alert }] of alerts.entries()) {
    const words = cutQuote(alert.quote.text, room);
    isWhole &&= words.length === alert.quote.text.length;
    blocks.push(joinRich([wrapRich(words, 'expandable_blockquote'), captions[index] ?? ''], '\n'));
  }
  if (!isWhole) blocks.push(texts.restInArticle);
  return joinRich(blocks, '\n\n');
}

/** The buttons under it. In a channel, where thousands read, they lead to a private chat with the bot. */
export function buildAlertKeyboard(
  message: Pick<AlertMessage, 'alerts'>,
  texts: Texts,
  options: { readonly vote?: 'good' | 'bad'; readonly inChannelOf?: string } = {},
): Keyboard {
  const { alerts } = message;
  const [only] = alerts;
  const { inChannelOf: botName } = options;
  if (botName !== undefined) {
    return alerts.map(({ alert }, index) => [
      {
        text: alerts.length === 1 ? texts.wholeArticleButton : texts.articleButton(index + 1),
        url: `https://t.me/${botName}?start=alert_${alert.id}`,
      },
    ]);
  }
  if (alerts.length !== 1 || only === undefined) {
    return alerts.map(({ alert }, index) => [
      button(texts.contextButton(index + 1), alertPress('context', alert.id)),
      button(texts.articleButton(index + 1), alertPress('article', alert.id)),
    ]);
  }
  const { id } = only.alert;
  const votes = (['good', 'bad'] as const)
    .filter((vote) => options.vote === undefined || options.vote === vote)
    .map((vote) =>
      button(
        vote === 'good' ? texts.goodButton : texts.badButton,
        options.vote === undefined ? alertPress(vote, id) : { action: 'none' },
      ),
    );
  return [
    [
      button(texts.contextPlainButton, alertPress('context', id)),
      button(texts.wholeArticleButton, alertPress('article', id)),
    ],
    votes,
    [button(texts.unfollowButton, alertPress('unfollow', id))],
  ];
}

function alertPress(what: 'context' | 'article' | 'good' | 'bad' | 'unfollow', alertId: number) {
  return { action: 'alert', what, alertId } as const;
}

function captionOf(
  { citation, topicName }: AlertView,
  number: number,
  { isSingle, texts }: { readonly isSingle: boolean; readonly texts: Texts },
): RichText {
  const source = joinRich([`[${number}] `, renderCitation(citation, texts)]);
  return isSingle
    ? source
    : joinRich([source, ` · ${texts.isolate(cleanLabel(topicName, MAX_NAME_LENGTH))}`]);
}

/** The beginning of a quote, whole sentences where that leaves half of it or more. */
export function cutQuote(text: string, room: number): string {
  if (text.length <= room) return text;
  const head = text.slice(0, findSafeCut(text, Math.max(1, room)));
  const end = Math.max(
    ...['。', '！', '？', '. ', '! ', '? ', '\n'].map((stop) => head.lastIndexOf(stop)),
  );
  return end >= head.length / 2 ? head.slice(0, end + 1).trimEnd() : head;
}
