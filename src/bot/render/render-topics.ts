/** What a chat follows, as screens with buttons. */
import type { Topic } from '../../domain/topic.js';
import type { Texts } from '../../texts/texts.js';
import type { TopicPress } from '../callback-data.js';
import type { Screen } from '../deliver.js';
import { button } from '../keyboards.js';
import { cleanLabel } from './clean-label.js';

/** Telegram takes some 100 buttons; the newest are the likelier ones to be looked for. */
const MAX_LISTED = 90;

/** All topics, a button each. */
export function buildTopicsScreen(topics: readonly Topic[], texts: Texts): Screen {
  if (topics.length === 0) return { content: texts.noTopics };
  const keyboard = topics
    .slice(-MAX_LISTED)
    .map((topic) => [
      button(`${topic.state === 'paused' ? '⏸ ' : ''}${topic.name}`, pressOn(topic, 'open')),
    ]);
  return { content: texts.yourTopics(topics.length), keyboard };
}

/** One topic with what can be done about it. */
export function buildTopicScreen(topic: Topic, texts: Texts): Screen {
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
      [
        button(isPaused ? texts.resumeButton : texts.pauseButton, pressOn(topic, 'pause')),
        button(topic.isMuted ? texts.unmuteButton : texts.muteButton, pressOn(topic, 'mute')),
      ],
      [
        button(texts.stricterButton, pressOn(topic, 'stricter')),
        button(texts.looserButton, pressOn(topic, 'looser')),
      ],
      [
        button(texts.renameButton, pressOn(topic, 'rename')),
        button(texts.deleteButton, pressOn(topic, 'askDelete')),
      ],
      [button(texts.backButton, pressOn(topic, 'list'))],
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
