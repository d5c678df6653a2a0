/** What a chat follows, as screens with buttons. */
import type { MessageEntity } from 'grammy/types';
import type { Topic } from '../../domain/topic.js';
import type { Texts } from '../../texts/texts.js';
import type { TopicPress } from '../callback-data.js';
import type { Screen } from '../deliver.js';
import { buildPageKeyboard, button } from '../keyboards.js';
import { cleanLabel } from './clean-label.js';
import { joinRich, linkRich, type RichText } from './rich-text.js';

/** Topics on a page of the list. */
const PAGE_TOPICS = 10;

/** All topics, a button each, newest first, in pages. */
export function buildTopicsScreen(topics: readonly Topic[], texts: Texts, page = 0): Screen {
  const [first] = topics;
  if (first === undefined) return { content: texts.noTopics };
  const { subscriberId } = first;
  const pages = Math.ceil(topics.length / PAGE_TOPICS);
  const at = Math.min(page, pages - 1);
  const listed = [...topics].reverse().slice(at * PAGE_TOPICS, (at + 1) * PAGE_TOPICS);
  const keyboard = listed.map((topic) => [
    button(
      `${topic.state === 'paused' ? '⏸ ' : ''}${topic.isMuted ? '🔕 ' : ''}${topic.name}`,
      pressOn(topic, 'open'),
    ),
  ]);
  const turning = buildPageKeyboard({ page: at, pages }, (to) => ({
    action: 'topics',
    subscriberId,
    page: to,
  }));
  return { content: texts.yourTopics(topics.length), keyboard: [...keyboard, ...turning] };
}

/** Asks what to do about a topic that is followed already in other words. */
export function buildSimilarScreen(draft: Topic, known: Topic, texts: Texts): Screen {
  return {
    content: texts.similarTopic(cleanLabel(draft.words), cleanLabel(known.name)),
    keyboard: [
      [button(texts.mergeButton, pressOn(known, 'merge'))],
      [button(texts.keepBothButton, pressOn(draft, 'keepBoth'))],
    ],
  };
}

/** Asks for a new name. The link says in the reply, also after a restart, which topic is meant; it leads to the bot itself. */
export function renderAskName(topic: Topic, botName: string, texts: Texts): RichText {
  const name = cleanLabel(topic.name);
  const [before = '', after = ''] = texts.askName(NAME_PLACE).split(NAME_PLACE);
  return joinRich([
    before,
    linkRich(name, `https://t.me/${botName}?start=name_${topic.id}`),
    after,
  ]);
}

/** Stands for the name while the sentence is taken apart. */
const NAME_PLACE = '\u0000';

/** The id of the topic that a message of ours asks a name for. */
export function readAskedName(entities: readonly MessageEntity[]): string | undefined {
  for (const entity of entities) {
    const url = entity.type === 'text_link' ? entity.url : '';
    const topicId = /^https:\/\/t\.me\/\w+\?start=name_([0-9a-z]{8})$/.exec(url)?.[1];
    if (topicId !== undefined) return topicId;
  }
  return undefined;
}

/** One topic with what can be done about it; in channels, where nobody replies, it cannot be renamed. */
export function buildTopicScreen(
  topic: Topic,
  texts: Texts,
  options: { readonly isInChannel?: boolean } = {},
): Screen {
  const isPaused = topic.state === 'paused';
  return {
    content: [
      cleanLabel(topic.name),
      ...(topic.name === topic.words ? [] : [texts.topicWords(cleanLabel(topic.words))]),
      isPaused ? texts.topicPaused : texts.topicActive,
      ...(topic.isMuted ? [texts.topicMuted] : []),
      texts.topicStrictness(Math.round(topic.strictness * 100) / 100),
    ].join('\n'),
    keyboard: [
      ...(isPaused || topic.pausedAt === undefined
        ? []
        : [[button(texts.catchUpButton, pressOn(topic, 'catchUp'))]]),
      [
        button(isPaused ? texts.resumeButton : texts.pauseButton, pressOn(topic, 'pause')),
        button(topic.isMuted ? texts.unmuteButton : texts.muteButton, pressOn(topic, 'mute')),
      ],
      [
        button(texts.stricterButton, pressOn(topic, 'stricter')),
        button(texts.looserButton, pressOn(topic, 'looser')),
      ],
      [
        ...(options.isInChannel === true
          ? []
          : [button(texts.renameButton, pressOn(topic, 'rename'))]),
        button(texts.deleteButton, pressOn(topic, 'askDelete')),
      ],
      [
        button(texts.backButton, {
          action: 'topics',
          subscriberId: topic.subscriberId,
          page: 0,
        }),
      ],
    ],
  };
}

/** Asks before a topic is removed. */
export function buildAskDeleteScreen(topic: Topic, texts: Texts): Screen {
  return {
    content: texts.sureToDelete(cleanLabel(topic.name)),
    keyboard: [
      [
        button(texts.keepButton, pressOn(topic, 'open')),
        button(texts.deleteButton, pressOn(topic, 'delete')),
      ],
    ],
  };
}

/** The press of a button about a topic. */
export function pressOn(topic: Topic, what: TopicPress) {
  return { action: 'topic', what, topicId: topic.id } as const;
}
