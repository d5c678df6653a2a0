/** `quoth topics`: what readers follow, and what a topic would bring. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Alerts } from '../alerts/alerts.js';
import { chooseMatches } from '../alerts/alerts.js';
import { readTopic } from '../alerts/read-topic.js';
import type { Topic } from '../domain/topic.js';
import { AppError } from '../errors.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatCount } from './format/numbers.js';
import { parseJsonLine } from './read-batch.js';
import { explainFileError } from './read-input-file.js';
import { requireArticles } from './sample-library.js';
import { type MatchedArticle, matchBatch } from './topics-batch.js';

const EXAMPLES = `
A topic is a subject in your own words, in any language; "exact words" must
occur, -words must not.

Examples:
  quoth topics match "rural revitalization"
  quoth topics match --batch topics.jsonl --json    lines of {"id": …, "topic": "…"}
  quoth topics export > topics.jsonl
  quoth topics import topics.jsonl`;

/** An import of many topics says now and then how far it is; some 30 are made ready in a second. */
const READY_NOTES = 500;

/** Adds the command to the program. */
export function addTopicsCommand(program: Command, context: CliContext): void {
  const topics = program
    .command('topics')
    .description('what readers follow, and what a topic would bring')
    .addHelpText('after', EXAMPLES);
  const flagsOf = (command: Command) => command.optsWithGlobals<GlobalFlags>();

  topics
    .command('list')
    .description('list the topics that readers follow')
    .action((_options: unknown, command: Command) =>
      context.withApp(context.readConfig(flagsOf(command)), async (app) => {
        const all = await (await app.openAlerts()).topics.listAll();
        for (const { topic, subscriber } of all) {
          context.print(
            flagsOf(command).json
              ? JSON.stringify(toLine(topic, subscriber))
              : [topic.id, topic.state, subscriber.chatId, topic.words].join('  '),
          );
        }
        if (!flagsOf(command).json) context.print(formatCount(all.length, 'topic'));
      }),
    );

  topics
    .command('match [topic]')
    .description('show the articles that would raise an alert')
    .option('--batch <file>', 'JSON Lines of {"id", "topic"}; - for stdin')
    .action((topic: string | undefined, options: { batch?: string }, command: Command) =>
      context.withApp(context.readConfig(flagsOf(command)), async (app) => {
        if ((topic === undefined) === (options.batch === undefined)) {
          throw new AppError('USAGE', 'expected either a topic or --batch FILE');
        }
        await requireArticles(app);
        const alerts = await app.openAlerts();
        const json = flagsOf(command).json === true;
        if (options.batch !== undefined) {
          await matchBatch(options.batch, context, {
            match: (words) => matchTopic(words, alerts),
            json,
          });
          return;
        }
        const matches = await matchTopic(topic ?? '', alerts);
        if (json) context.print(JSON.stringify({ topic, articles: matches }));
        else for (const line of matches.map(formatMatch)) context.print(line);
        if (!json) context.print(formatCount(matches.length, 'article'));
      }),
    );

  topics
    .command('export')
    .description('print all topics with their subscribers as JSON Lines')
    .action((_options: unknown, command: Command) =>
      context.withApp(context.readConfig(flagsOf(command)), async (app) => {
        for (const { topic, subscriber } of await (await app.openAlerts()).topics.listAll()) {
          context.print(JSON.stringify(toLine(topic, subscriber)));
        }
      }),
    );

  topics
    .command('import <file>')
    .description('add the topics of an export; those with an id that is there already are replaced')
    .action((file: string, _options: unknown, command: Command) =>
      context.withApp(context.readConfig(flagsOf(command)), async (app) => {
        const imported = await importTopics(file, await app.openAlerts(), (done) => {
          if (done % READY_NOTES === 0) context.note(`${formatCount(done, 'topic')} ready`);
        });
        context.print(
          flagsOf(command).json ? JSON.stringify({ imported }) : formatCount(imported, 'topic'),
        );
      }),
    );
}

async function matchTopic(given: string, alerts: Alerts): Promise<MatchedArticle[]> {
  const read = readTopic(given);
  if (read.kind !== 'topic') {
    throw new AppError('TOPIC_INVALID', `expected a topic, got one that is ${read.kind}`);
  }
  const test = await alerts.backTest(read.topic);
  return chooseMatches(test, 0).map(({ article, score }) => ({
    articleId: article.id,
    document: article.document,
    ordinal: article.ordinal,
    title: article.title,
    score: Math.round(score * 1e4) / 1e4,
  }));
}

function formatMatch({ document, ordinal, title, score }: MatchedArticle): string {
  return `${score.toFixed(3)}  ${document} ${ordinal}  ${title}`;
}

const lineSchema = z.object({
  topic: z.object({
    id: z.string().regex(/^[0-9a-z]{8}$/),
    words: z.string(),
    name: z.string(),
    strictness: z.number(),
    state: z.enum(['active', 'paused']),
    isMuted: z.boolean(),
    pausedAt: z.number().optional(),
    createdAt: z.number(),
  }),
  subscriber: z.object({
    chatId: z.number().int(),
    threadId: z.number().int().optional(),
    kind: z.enum(['private', 'group', 'channel']),
    language: z.string(),
    schedule: z.object({
      timing: z.enum(['instant', 'daily', 'weekly']),
      hour: z.number().int().min(0).max(23),
      weekday: z.number().int().min(0).max(6),
      quietFrom: z.number().int().min(0).max(23),
      quietTo: z.number().int().min(0).max(23),
      timeZone: z.string(),
      isSilent: z.boolean(),
    }),
    hasChosenZone: z.boolean(),
  }),
});

function toLine(
  { subscriberId: _, ...topic }: Topic,
  subscriber: Parameters<Alerts['subscribers']['ensure']>[0] & object,
) {
  return { topic, subscriber };
}

/** @throws AppError PATH_NOT_FOUND, PATH_UNREADABLE, TOPIC_INVALID for the first bad line, before anything is stored */
async function importTopics(
  file: string,
  alerts: Alerts,
  onTopic: (done: number) => void,
): Promise<number> {
  const text = await readFile(file, 'utf8').catch((thrown: unknown) => {
    throw explainFileError(thrown, file);
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parsed = lines.map((line, index) => parseLine(line, `${file} line ${index + 1}`));
  for (const { topic, subscriber } of parsed) {
    const { chatId, threadId, kind, language, schedule, hasChosenZone } = subscriber;
    const { id } = await alerts.subscribers.ensure({
      chatId,
      kind,
      language,
      ...(threadId === undefined ? {} : { threadId }),
    });
    await alerts.subscribers.update(id, { schedule, hasChosenZone });
    const { pausedAt, ...facts } = topic;
    await alerts.topics.put({
      ...facts,
      ...(pausedAt === undefined ? {} : { pausedAt }),
      subscriberId: id,
    });
  }
  const words = new Map(
    parsed.flatMap(({ topic }) => {
      const read = readTopic(topic.words);
      return read.kind === 'topic' ? [[read.topic.text, read.topic] as const] : [];
    }),
  );
  await alerts.makeReady([...words.values()], onTopic);
  return parsed.length;
}

function parseLine(line: string, place: string): z.infer<typeof lineSchema> {
  const parsed = parseJsonLine(line, lineSchema);
  if (parsed !== undefined) return parsed;
  throw new AppError('TOPIC_INVALID', `${place}: expected a line of quoth topics export`);
}
