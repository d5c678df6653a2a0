/** Feeds and pulls as people read them. */
import type { Feed } from '../../domain/feed.js';
import { formatMoment } from '../../format-moment.js';
import type { AddedFeed } from '../../intake/feed-keeper.js';
import type { PullReport } from '../../intake/pull-report.js';
import { formatCount } from './numbers.js';
import { replaceControls, type Style } from './style.js';

/** One line on a feed that was added. */
export function formatAddedFeed({ feed, isNew, entries }: AddedFeed): string {
  const name = nameFeed(feed);
  if (!isNew) return `skipped   ${name}: already there, as number ${feed.id}`;
  if (feed.kind === 'channel') {
    return `added     ${name}: its posts arrive once the bot is an admin of the channel and runs`;
  }
  return `added     ${name}: ${formatCount(entries ?? 0, 'entry', 'entries')}`;
}

/** One line on a pull; the fault below it when it failed. */
export function formatPull(report: PullReport): string {
  const name = nameFeed(report.feed);
  if (report.fault !== undefined) {
    const { code, message, hint } = report.fault;
    return replaceControls(`failed    ${name}: ${code}: ${message} (${hint})`);
  }
  if (report.outcome === 'unchanged') return `unchanged ${name}`;
  const { added, replaced, failed } = report;
  const parts = [
    added > 0 ? `${added} added` : '',
    replaced > 0 ? `${replaced} replaced` : '',
    failed > 0 ? `${failed} without a text` : '',
  ].filter((part) => part !== '');
  return `pulled    ${name}: ${parts.join(', ') || 'nothing new'}`;
}

/** Two lines a feed: number and title; below them its address and how it fares. */
export function formatFeedList(
  feeds: readonly Feed[],
  { style }: { readonly style: Style },
): string {
  const digits = String(feeds.at(-1)?.id ?? 1).length;
  return feeds
    .map((feed) => {
      const indent = ' '.repeat(digits + 2);
      const facts = `${feed.address} · ${describeState(feed)}`;
      return `${String(feed.id).padStart(digits)}  ${nameFeed(feed)}\n${indent}${style.dim(replaceControls(facts))}`;
    })
    .join('\n');
}

function describeState(feed: Feed): string {
  if (feed.kind === 'channel') {
    return feed.chatId === undefined ? 'channel, no post yet' : 'channel';
  }
  if (feed.pulledAt === undefined) return 'not pulled yet';
  const next = `next ${formatMoment(feed.nextPullAt)}`;
  if (feed.fault === undefined) return `pulled ${formatMoment(feed.pulledAt)}, ${next}`;
  const { code, message } = feed.fault;
  return `failed ${formatCount(feed.failures, 'time')}, ${next}: ${code}: ${message}`;
}

function nameFeed({ title, address }: Pick<Feed, 'title' | 'address'>): string {
  return replaceControls(title ?? address).replaceAll('\n', ' ');
}
