/** `quoth feed`: the feeds and channels that new articles come from. */
import type { Command } from 'commander';
import type { Feed } from '../domain/feed.js';
import { AppError } from '../errors.js';
import type { AddedFeed } from '../intake/feed-keeper.js';
import type { PullReport } from '../intake/pull-report.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatAddedFeed, formatFeedList, formatPull } from './format/feed-report.js';
import { untilAborted } from './until-aborted.js';

const EXAMPLES = `
quoth bot and quoth start pull every feed each QUOTH_FEED_MINUTES by themselves.

Examples:
  quoth feed add https://harbour.example/feed.xml
  quoth feed add @harbour_letter     a Telegram channel in which the bot is an admin
  quoth feed list
  quoth feed pull`;

const ADD_EXAMPLES = `
RSS, Atom, RDF and JSON feeds, at addresses on the public internet. The feed is
read at once, and its entries are ingested. Where a feed has teasers only, the
pages that they link to are read. Posts of a channel arrive while the bot runs.

Examples:
  quoth feed add https://harbour.example/feed.xml
  quoth feed add @harbour_letter`;

const REMOVE_EXAMPLES = `
Its articles stay in the library.

Examples:
  quoth feed remove 3
  quoth feed remove https://harbour.example/feed.xml`;

const PULL_EXAMPLES = `
Asks every feed, or those that are named, whether it has changed; an entry that
is in the library already is left alone, a changed one replaces its article.

Examples:
  quoth feed pull
  quoth feed pull 3 --json`;

/** Adds the command, with `add`, `list`, `remove` and `pull`, to the program. */
export function addFeedCommand(program: Command, context: CliContext): void {
  const feed = program
    .command('feed')
    .description('add, list, remove and pull feeds')
    .addHelpText('after', EXAMPLES);
  feed
    .command('add')
    .description('add a feed or a channel, and ingest its entries')
    .argument('<address>', 'of an RSS, Atom, RDF or JSON feed, or @channel')
    .addHelpText('after', ADD_EXAMPLES)
    .action((address: string, _options: unknown, command: Command) =>
      addFeed(address, command.optsWithGlobals<GlobalFlags>(), context),
    );
  feed
    .command('list')
    .description('list the feeds and channels, and how they fare')
    .addHelpText('after', '\nExample:\n  quoth feed list --json')
    .action((_options: unknown, command: Command) =>
      listFeeds(command.optsWithGlobals<GlobalFlags>(), context),
    );
  feed
    .command('remove')
    .description('remove a feed or a channel')
    .argument('<feed>', 'its number, its address or @channel')
    .addHelpText('after', REMOVE_EXAMPLES)
    .action((reference: string, _options: unknown, command: Command) =>
      removeFeed(reference, command.optsWithGlobals<GlobalFlags>(), context),
    );
  feed
    .command('pull')
    .description('pull all feeds now, or some')
    .argument('[feed...]', 'numbers or addresses (default: all)')
    .addHelpText('after', PULL_EXAMPLES)
    .action((references: string[], _options: unknown, command: Command) =>
      pullFeeds(references, command.optsWithGlobals<GlobalFlags>(), context),
    );
}

async function addFeed(address: string, flags: GlobalFlags, context: CliContext): Promise<void> {
  await context.withApp(context.readConfig(flags), async (app) => {
    const { signal } = context;
    const added: AddedFeed = await app.intake.feeds.add(address, { signal });
    if (!flags.json) context.print(formatAddedFeed(added));
    const only = added.isNew && added.feed.kind === 'web' ? [added.feed.id] : [];
    const [pull] = only.length === 0 ? [] : await app.intake.feeds.pull({ only, signal });
    if (flags.json) context.print(JSON.stringify({ ...added, pull }));
    else if (pull !== undefined) context.print(formatPull(pull));
    failWhenFailed(pull === undefined ? [] : [pull], context);
  });
}

async function listFeeds(flags: GlobalFlags, context: CliContext): Promise<void> {
  await context.withApp(context.readConfig(flags), async (app) => {
    const feeds = await untilAborted(app.intake.feeds.list(), context.signal);
    if (flags.json) context.print(JSON.stringify(feeds));
    else if (feeds.length === 0)
      context.print('There are no feeds. To add one: quoth feed add URL');
    else context.print(formatFeedList(feeds, context));
  });
}

async function removeFeed(
  reference: string,
  flags: GlobalFlags,
  context: CliContext,
): Promise<void> {
  await context.withApp(context.readConfig(flags), async (app) => {
    const removed = await app.intake.feeds.remove(reference);
    if (removed === undefined) throw describeUnknown(reference);
    if (flags.json) context.print(JSON.stringify({ removed }));
    else context.print(`removed   ${removed.title ?? removed.address}; its articles stay`);
  });
}

async function pullFeeds(
  references: readonly string[],
  flags: GlobalFlags,
  context: CliContext,
): Promise<void> {
  await context.withApp(context.readConfig(flags), async (app) => {
    const feeds = await app.intake.feeds.list();
    const only = references.map((reference) => findFeed(feeds, reference).id);
    const reports = await app.intake.feeds.pull({
      ...(references.length === 0 ? {} : { only }),
      signal: context.signal,
      hooks: {
        onPull: (report) => {
          if (!flags.json) context.print(formatPull(report));
        },
      },
    });
    if (flags.json) context.print(JSON.stringify(reports));
    else if (reports.length === 0) context.print('There are no feeds to pull.');
    failWhenFailed(reports, context);
  });
}

/** @throws AppError FEED_NOT_FOUND */
function findFeed(feeds: readonly Feed[], reference: string): Feed {
  const found = feeds.find(({ id, address }) => String(id) === reference || address === reference);
  if (found === undefined) throw describeUnknown(reference);
  return found;
}

function describeUnknown(reference: string): AppError {
  return new AppError(
    'FEED_NOT_FOUND',
    `expected the number or address of a feed, got "${reference}"`,
  );
}

function failWhenFailed(reports: readonly PullReport[], context: CliContext): void {
  if (reports.some(({ outcome }) => outcome === 'failed')) context.fail(1);
}
