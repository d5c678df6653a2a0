/** Lines that a reader types, or that a pipe brings: one at a time, in order, until the end. */
import { createInterface, type Interface } from 'node:readline';
import type { InputStream, OutputStream } from '../cli-context.js';

/** Where the lines come from and what is told about them. */
export interface LineReaderOptions {
  readonly input: InputStream;
  readonly output: OutputStream;
  /** Both ends are a terminal: prompt, editing, history, Ctrl-C. */
  readonly isTerminal: boolean;
  /** Earlier lines, newest first. */
  readonly history?: readonly string[];
  /** The history after each line of `next({ remember: true })`, newest first. */
  readonly onHistory?: (history: readonly string[]) => void;
  /** Ctrl-C; `lineWasEmpty`: there was nothing to clear. */
  readonly onInterrupt?: (event: { readonly lineWasEmpty: boolean }) => void;
}

export interface LineReader {
  /**
   * Waits for a line.
   *
   * @param options.remember puts it into the history. @default true
   * @returns `undefined` at the end (Ctrl-D, end of the pipe, `close`)
   */
  next(prompt: string, options?: { readonly remember?: boolean }): Promise<string | undefined>;
  /** Shows the prompt again, after something was printed. */
  refresh(): void;
  close(): void;
}

/** Lines that are kept in the history. */
export const HISTORY_LINES = 500;

/** Creates a reader of lines. */
export function createLineReader(options: LineReaderOptions): LineReader {
  const { isTerminal } = options;
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let isClosed = false;
  let remember = true;
  const readline = createInterface({
    input: options.input,
    ...(isTerminal ? { output: options.output } : {}),
    terminal: isTerminal,
    historySize: isTerminal ? HISTORY_LINES : 0,
    history: [...(options.history ?? [])],
    removeHistoryDuplicates: true,
    prompt: '',
  });
  readline.on('line', (line) => {
    if (waiting) settle(line);
    else lines.push(line);
  });
  readline.on('close', () => {
    isClosed = true;
    settle(undefined);
  });
  readline.on('history', (history: string[]) => {
    if (remember) options.onHistory?.(history);
    else history.shift();
  });
  readline.on('SIGINT', () => {
    const lineWasEmpty = readline.line === '';
    if (!lineWasEmpty) clearLine(readline);
    options.onInterrupt?.({ lineWasEmpty });
  });
  function settle(line: string | undefined): void {
    const resolve = waiting;
    waiting = undefined;
    resolve?.(line);
  }
  return {
    async next(prompt, nextOptions = {}) {
      remember = nextOptions.remember ?? true;
      const line = lines.shift();
      if (line !== undefined || isClosed) return line;
      if (isTerminal) {
        readline.setPrompt(prompt);
        readline.prompt(true);
      }
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    refresh() {
      if (isTerminal && waiting && !isClosed) readline.prompt(true);
    },
    close: () => readline.close(),
  };
}

/** Empties the line, whatever the cursor's place. */
function clearLine(readline: Interface): void {
  readline.write(null, { ctrl: true, name: 'e' });
  readline.write(null, { ctrl: true, name: 'u' });
}
