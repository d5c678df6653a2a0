/** What an ingest tells people: one line a document, the sum at the end. */
import type { DocumentReport, IngestReport } from '../../ingest/ingest-report.js';
import { formatCount, formatDuration } from './numbers.js';
import { replaceControls } from './style.js';

/** Warnings of one document that are shown; the rest is counted. `--json` has them all. */
const SHOWN_WARNINGS = 5;

/** One document: what became of it, and its warnings below. */
export function formatDocumentReport(report: DocumentReport): string {
  const name = replaceControls(report.document);
  if (report.outcome === 'skipped') {
    return `skipped   ${name}: already in the library`;
  }
  const counts = `${formatCount(report.articles, 'article')}, ${formatCount(report.passages, 'passage')}`;
  const warnings = report.warnings.slice(0, SHOWN_WARNINGS);
  const hidden = report.warnings.length - warnings.length;
  return [
    `${report.outcome.padEnd(8)}  ${name}: ${counts} (${report.encoding})`,
    ...warnings.map((warning) => `          warning: ${replaceControls(warning)}`),
    ...(hidden > 0 ? [`          and ${formatCount(hidden, 'more warning')}: see --json`] : []),
  ].join('\n');
}

/** The sum of an ingest in one line. */
export function formatIngestTotals(report: IngestReport): string {
  const count = (outcome: DocumentReport['outcome']) =>
    report.documents.filter((document) => document.outcome === outcome).length;
  const fresh = report.documents.filter((document) => document.outcome !== 'skipped');
  const sum = (pick: (document: DocumentReport) => number) =>
    fresh.reduce((total, document) => total + pick(document), 0);
  const outcomes = [
    [count('added'), 'added'],
    [count('replaced'), 'replaced'],
    [count('skipped'), 'skipped'],
    [report.failures.length, 'failed'],
  ] as const;
  const parts = outcomes
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`);
  return [
    `${formatCount(report.documents.length + report.failures.length, 'document')}: ${parts.join(', ') || 'nothing to do'}`,
    ...(fresh.length === 0
      ? []
      : [
          formatCount(
            sum((document) => document.articles),
            'article',
          ),
          formatCount(
            sum((document) => document.passages),
            'passage',
          ),
        ]),
    formatDuration(report.tookMs),
  ].join(' · ');
}
