/** What a copy of the library holds, in one line. */
import type { BackupFacts } from '../../upkeep.js';
import { formatBytes, formatCount } from './numbers.js';

/** `4 documents, 31 articles, 112 passages, 2 topics, 5 alerts, 1 feed · model … · 2.5 MB`. */
export function formatBackupFacts(facts: BackupFacts): string {
  const counts = [
    formatCount(facts.documents, 'document'),
    formatCount(facts.articles, 'article'),
    formatCount(facts.passages, 'passage'),
    formatCount(facts.topics, 'topic'),
    formatCount(facts.alerts, 'alert'),
    formatCount(facts.feeds, 'feed'),
  ].join(', ');
  const models = facts.models.length === 0 ? [] : [`model ${facts.models.join(', ')}`];
  return [counts, ...models, formatBytes(facts.bytes)].join(' · ');
}
