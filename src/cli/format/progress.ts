/** A progress bar with rate and time left, on a terminal; nothing elsewhere (the callers print plain lines there). */
import cliProgress from 'cli-progress';
import type { OutputStream } from '../cli-context.js';
import { displayWidth, truncateToWidth } from './display-width.js';
import { formatDuration } from './numbers.js';

/** What a bar measures and where it is drawn. */
export interface ProgressBarOptions {
  /** Nothing is drawn when it is not a terminal. */
  readonly stream: OutputStream;
  /** Before the bar; shortened to a third of the line. */
  readonly label: string;
  /** Writes a value: `120 passages`, `3.4 MB`. */
  readonly formatValue: (value: number) => string;
  /** Where the work begins, when some of it was done before. @default 0 */
  readonly startValue?: number;
  /** Milliseconds. @default performance.now */
  readonly now?: () => number;
}

/** A bar that is being drawn. */
export interface ProgressBar {
  update(done: number, total: number): void;
  /** Takes the bar off the screen. */
  stop(): void;
}

/** Draws a bar: `label ━━━━──── 120 of 512 passages · 24 a second · 16 s left`. */
export function createProgressBar(options: ProgressBarOptions): ProgressBar {
  const { stream, formatValue, startValue = 0, now = () => performance.now() } = options;
  if (stream.isTTY !== true) return { update() {}, stop() {} };
  const columns = stream.columns || 80;
  const label = truncateToWidth(options.label, Math.floor(columns / 3));
  const startedMs = now();
  let isDrawn = false;
  const bar = new cliProgress.SingleBar({
    stream,
    format: `${label.replaceAll('{', '(')} {bar} {text}`,
    barCompleteChar: '━',
    barIncompleteChar: '─',
    barsize: Math.max(5, Math.min(30, columns - displayWidth(label) - 55)),
    linewrap: true,
    clearOnComplete: true,
    hideCursor: true,
    // The CLI has its own SIGINT handler.
    gracefulExit: false,
    fps: 8,
  });
  return {
    update(done, total) {
      const text = describeProgress(
        { done, total, startValue, elapsedMs: now() - startedMs },
        formatValue,
      );
      if (isDrawn) {
        bar.setTotal(total);
        bar.update(done, { text });
      } else {
        bar.start(total, done, { text });
        isDrawn = true;
      }
    },
    stop() {
      if (isDrawn) bar.stop();
      isDrawn = false;
    },
  };
}

/** Rate and time left in words; neither before half a second has passed. */
export function describeProgress(
  state: {
    readonly done: number;
    readonly total: number;
    readonly startValue: number;
    readonly elapsedMs: number;
  },
  formatValue: (value: number) => string,
): string {
  const { done, total, startValue, elapsedMs } = state;
  const head =
    done >= total ? formatValue(total) : formatRange(formatValue(done), formatValue(total));
  const rate = (done - startValue) / (elapsedMs / 1000);
  if (elapsedMs < 500 || rate <= 0) return head;
  const shownRate = rate < 10 ? Number(rate.toFixed(1)) : Math.round(rate);
  const left = done >= total ? '' : ` · ${formatDuration(((total - done) / rate) * 1000)} left`;
  return `${head} · ${formatValue(shownRate)}/s${left}`;
}

/** `120 of 512 passages`: the unit once where both share it, `812 B of 4.0 MB` where they do not. */
function formatRange(done: string, total: string): string {
  const [doneNumber = '', doneUnit = ''] = done.split(' ');
  const [, totalUnit = ''] = total.split(' ');
  return `${totalUnit.startsWith(doneUnit) || doneUnit === `${totalUnit}s` ? doneNumber : done} of ${total}`;
}
