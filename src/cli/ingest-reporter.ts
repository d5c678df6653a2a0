/** Shows an ingest while it runs: a bar on a terminal, plain lines elsewhere; failures on stderr as they come. */
import { AppError, ERROR_CODES, type ErrorCode, formatError } from '../errors.js';
import type { DocumentFailure, IngestHooks, IngestReport } from '../ingest/ingest-report.js';
import type { CliContext } from './cli-context.js';
import { formatDocumentReport, formatIngestTotals } from './format/ingest-report.js';
import { formatCount } from './format/numbers.js';
import { createProgressBar, type ProgressBar } from './format/progress.js';
import { replaceControls } from './format/style.js';

/** Shows one ingest. */
export interface IngestReporter {
  readonly hooks: IngestHooks;
  /** Prints the sum, and makes the run fail with the worst of the failures. */
  finish(report: IngestReport): void;
  /** Takes a bar off the screen that is still there. */
  stop(): void;
}

/**
 * Creates the display of an ingest.
 *
 * @param lines where lines about documents go: `stderr` when stdout is for something else; `nowhere` leaves the bar
 * and the failures
 */
export function createIngestReporter(
  context: CliContext,
  lines: 'stdout' | 'stderr' | 'nowhere',
): IngestReporter {
  const isTty = context.stderr.isTTY === true;
  // A hook must not throw: who closes stdout early still gets the documents ingested.
  const say = (text: string) => {
    if (lines === 'stderr') context.note(text);
    else if (lines === 'stdout' && !context.isOutputClosed()) context.print(text);
  };
  const noteStart = (text: string) => {
    if (lines !== 'nowhere') context.note(text);
  };
  const reported = new Set<string>();
  let bar: ProgressBar | undefined;
  let isRebuilding = false;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  const startBar = (label: string) => {
    stop();
    bar = createProgressBar({
      stream: context.stderr,
      label: replaceControls(label),
      formatValue: (value) => formatCount(value, 'passage'),
    });
    return bar;
  };
  const reportFailure = (failure: DocumentFailure) => {
    stop();
    reported.add(failure.path);
    context.note(context.errorStyle.red(formatFailure(failure)));
  };
  return {
    stop,
    hooks: {
      onDocumentStart({ document, articles, passages }) {
        const what = `${formatCount(articles, 'article')}, ${formatCount(passages, 'passage')}`;
        if (isTty) startBar(document).update(0, passages);
        else noteStart(`reading   ${replaceControls(document)}: ${what}`);
      },
      onPassages: ({ done, total }) => bar?.update(done, total),
      onDocumentDone(report) {
        stop();
        say(formatDocumentReport(report));
      },
      onDocumentFailed: reportFailure,
      onIndexRebuild({ done, total }) {
        if (!isRebuilding) {
          isRebuilding = true;
          if (isTty) startBar('vector index');
          else noteStart(`building  the vector index: ${formatCount(total, 'passage')}`);
        }
        bar?.update(done, total);
        if (done < total) return;
        stop();
        isRebuilding = false;
      },
    },
    finish(report) {
      stop();
      for (const failure of report.failures) {
        if (!reported.has(failure.path)) reportFailure(failure);
        context.fail(findExitCode(failure.code));
      }
      say(formatIngestTotals(report));
    },
  };
}

/** A document that failed, as an error is shown. */
export function formatFailure(failure: DocumentFailure): string {
  const code = failure.code in ERROR_CODES ? (failure.code as ErrorCode) : 'INTERNAL';
  const { document, message, hint } = failure;
  const what = message.includes(document) ? message : `${document}: ${message}`;
  return replaceControls(formatError(new AppError(code, what, { hint })));
}

function findExitCode(code: string): 1 | 2 {
  return code in ERROR_CODES ? ERROR_CODES[code as ErrorCode].exitCode : 2;
}
