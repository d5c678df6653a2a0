/** Following: from a reader's words to a topic that is shown with its back-test and waits to be started. */
import type { Alerts, BackTest } from '../alerts/alerts.js';
import { chooseMatches } from '../alerts/alerts.js';
import { readTopic, TOPIC_LIMITS, type TopicWords } from '../alerts/read-topic.js';
import { citePassage } from '../answer/compose-quotes.js';
import type { Subscriber, Topic } from '../domain/topic.js';
import { foldText } from '../search/fold-text.js';
import type { Texts } from '../texts/texts.js';
import type { Screen } from './deliver.js';
import { button } from './keyboards.js';
import { cleanLabel } from './render/clean-label.js';
import { cutQuote } from './render/render-alert.js';
import { renderCitation } from './render/render-citation.js';
import { buildSimilarScreen, pressOn } from './render/render-topics.js';
import { joinRich, type RichPart, wrapRich } from './render/rich-text.js';

/** A topic that fires on more of a library than this says nothing; asked of libraries of some size only. */
const TOO_WIDE = { share: 0.5, minArticles: 10 } as const;
/** Passages that the back-test shows, and characters of each. */
const SHOWN = { passages: 3, characters: 600 } as const;
/** Steps that a topic can be made stricter or looser. */
const MAX_STRICTNESS = 4;

/** The strictness of a topic, so many steps on; never further than `MAX_STRICTNESS` either way. */
export function moveStrictness({ strictness }: Topic, steps: number): number {
  return Math.max(-MAX_STRICTNESS, Math.min(MAX_STRICTNESS, strictness + steps));
}

/** The screen that answers a wish to follow; a draft is stored when it can be followed. */
export async function draftTopic(
  given: string,
  subscriber: Subscriber,
  options: {
    readonly alerts: Alerts;
    readonly texts: Texts;
    readonly createId: () => string;
    readonly now: number;
  },
): Promise<Screen> {
  const { alerts, texts } = options;
  const read = readTopic(given);
  if (read.kind === 'empty') return { content: texts.followHow };
  if (read.kind === 'tooShort') return { content: texts.topicTooShort };
  if (read.kind === 'tooLong') {
    return { content: texts.topicTooLong(TOPIC_LIMITS.maxCharacters) };
  }
  const own = await alerts.topics.list(subscriber.id);
  const same = own.find(
    ({ words, state }) => state !== 'draft' && foldText(words) === foldText(read.topic.text),
  );
  if (same !== undefined) return { content: texts.alreadyFollowed(cleanLabel(same.name)) };
  const kept = own.filter(({ state }) => state !== 'draft');
  if (kept.length >= TOPIC_LIMITS.maxTopics) {
    return { content: texts.tooManyTopics(TOPIC_LIMITS.maxTopics) };
  }
  const test = await alerts.backTest(read.topic);
  const fired = chooseMatches(test, 0).length;
  if (test.articles >= TOO_WIDE.minArticles && fired > test.articles * TOO_WIDE.share) {
    return { content: texts.topicTooWide(fired, test.articles) };
  }
  // A draft that was never started makes room.
  for (const { id, state } of own) if (state === 'draft') await alerts.topics.remove(id);
  const topic: Topic = {
    id: options.createId(),
    subscriberId: subscriber.id,
    words: read.topic.text,
    name: read.topic.text,
    strictness: 0,
    state: 'draft',
    isMuted: false,
    createdAt: options.now,
  };
  await alerts.topics.put(topic);
  const similar = await alerts.findSimilar(read.topic, kept);
  return similar === undefined
    ? buildBackTestScreen(topic, test, texts)
    : buildSimilarScreen(topic, similar, texts);
}

/** What a topic would have brought, with the buttons that change or start it. */
export function buildBackTestScreen(topic: Topic, test: BackTest, texts: Texts): Screen {
  const fired = chooseMatches(test, topic.strictness);
  const blocks: RichPart[] = [texts.backTest(cleanLabel(topic.words), fired.length, test.articles)];
  if (fired.length === 0) blocks.push(texts.nothingNear);
  else blocks.push(texts.bestSoFar);
  for (const [index, { article, passage }] of fired.slice(0, SHOWN.passages).entries()) {
    const words = article.text.slice(passage.start, passage.end);
    const citation = renderCitation(citePassage(article, passage), texts);
    blocks.push(
      joinRich(
        [
          wrapRich(cutQuote(words, SHOWN.characters), 'expandable_blockquote'),
          joinRich([`[${index + 1}] `, citation]),
        ],
        '\n',
      ),
    );
  }
  const change = [
    button(texts.stricterButton, pressOn(topic, 'stricter')),
    button(texts.looserButton, pressOn(topic, 'looser')),
  ];
  const keyboard =
    topic.state === 'draft'
      ? [
          change,
          [
            button(texts.startButton, pressOn(topic, 'start')),
            button(texts.cancelButton, pressOn(topic, 'cancel')),
          ],
        ]
      : [change, [button(texts.backButton, pressOn(topic, 'open'))]];
  return { content: joinRich(blocks, '\n\n'), keyboard };
}

/** The words of a stored topic; they were read when it was made. */
export function wordsOf(topic: Topic): TopicWords | undefined {
  const read = readTopic(topic.words);
  return read.kind === 'topic' ? read.topic : undefined;
}
