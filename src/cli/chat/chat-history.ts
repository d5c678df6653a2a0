/**
 * The lines typed in earlier chats, in a file beside the index that only its owner can read. A comfort: where it
 * cannot be read or written, the chat goes on without.
 */
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HISTORY_LINES } from './line-reader.js';

/** Reads the history of an index, newest first; empty when there is none. */
export function readHistory(indexDir: string): string[] {
  try {
    const lines = readFileSync(findHistory(indexDir), 'utf8').split('\n');
    return lines
      .filter((line) => line !== '')
      .slice(-HISTORY_LINES)
      .reverse();
  } catch {
    return [];
  }
}

/**
 * Writes the history of an index, oldest first, mode 600.
 *
 * @param history newest first
 */
export function writeHistory(indexDir: string, history: readonly string[]): void {
  if (!existsSync(indexDir)) return;
  const file = findHistory(indexDir);
  const temporary = `${file}.${process.pid}.tmp`;
  const lines = history.slice(0, HISTORY_LINES).toReversed();
  try {
    writeFileSync(temporary, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    chmodSync(temporary, 0o600);
    renameSync(temporary, file);
  } catch {
    // Not worth disturbing a chat.
  }
}

function findHistory(indexDir: string): string {
  return path.join(indexDir, 'chat-history');
}
