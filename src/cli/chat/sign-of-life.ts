/** A lone “…” while an answer takes longer than a reader waits without wondering. */
import { clearLine, cursorTo } from 'node:readline';
import type { OutputStream } from '../cli-context.js';

/** Answers that come sooner show nothing. */
const PATIENCE_MS = 500;

/**
 * Shows `…` on a terminal after half a second.
 *
 * @returns takes it away again
 */
export function showSignOfLife(
  { stdout }: { readonly stdout: OutputStream },
  isTerminal: boolean,
): () => void {
  if (!isTerminal) return () => {};
  let isShown = false;
  const timer = setTimeout(() => {
    stdout.write('…');
    isShown = true;
  }, PATIENCE_MS);
  return () => {
    clearTimeout(timer);
    if (!isShown) return;
    cursorTo(stdout, 0);
    clearLine(stdout, 0);
    isShown = false;
  };
}
