/** What a keeper is told of a file or a page: what was found in it, and what could not be made out. */
import type { DeliveredArticle, Delivery } from '../../intake/deliveries.js';
import type { Texts } from '../../texts/texts.js';
import { cleanLabel } from './clean-label.js';

/** Articles that a report names; the details name them all. */
const SHOWN_ARTICLES = 10;
/** Documents of an archive that failed, and warnings, that are named. */
const SHOWN_FAULTS = 6;
const MAX_WARNING_LENGTH = 200;

/** One message: counts, articles with dates, encoding, warnings, failures. */
export function renderReport(name: string, delivery: Delivery, texts: Texts): string {
  const { report, articles } = delivery;
  const skipped = report.documents.filter(({ outcome }) => outcome === 'skipped');
  const added = report.documents.filter(({ outcome }) => outcome !== 'skipped');
  const encodings = [...new Set(added.map(({ encoding }) => encoding))].join(', ');
  const warnings = added.flatMap((document) => document.warnings);
  return [
    added.length === 0 ? name : `${texts.deliveryDone(name, articles.length)} (${encodings})`,
    ...articles.slice(0, SHOWN_ARTICLES).map(nameArticle),
    ...(articles.length > SHOWN_ARTICLES ? ['…'] : []),
    ...(skipped.length === 0 ? [] : [texts.deliveryKnown(skipped.length)]),
    ...warnings
      .slice(0, SHOWN_FAULTS)
      .map((warning) => `⚠ ${cleanLabel(warning, MAX_WARNING_LENGTH)}`),
    ...report.failures
      .slice(0, SHOWN_FAULTS)
      .map(
        ({ document, code, hint }) =>
          `${texts.deliveryFailed(cleanLabel(document, 80))} ${code}${texts.colon}${hint}`,
      ),
  ].join('\n');
}

/** All articles of a delivery, numbered. */
export function renderDelivered(articles: readonly DeliveredArticle[], texts: Texts): string {
  if (articles.length === 0) return texts.deliveryUndone(0);
  return articles
    .map((article, index) => `${index + 1}. ${nameArticle(article)} · ${article.characters}`)
    .join('\n');
}

function nameArticle({ title, date }: DeliveredArticle): string {
  return `• ${cleanLabel(title, 120)}${date === undefined ? '' : ` · ${date}`}`;
}
