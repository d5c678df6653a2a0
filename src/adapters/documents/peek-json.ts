/** JSON holds anything: among the files of a folder only what looks like articles is taken for a document. */
import { open } from 'node:fs/promises';
import { formatOfName } from './formats.js';

/** So much of a file is looked at: in a list of articles the first one is in it. */
const PEEK_BYTES = 64 * 1024;

/** Keys under which the texts of articles, or the messages of an export, stand. */
const TEXT_KEY =
  /"(?:text|content|body|article|full_?text|html|messages|正文|内容|內容|全文)"\s*:/iu;

/** Keys of questions with known answers, as `quoth eval` asks them. */
const QUESTION_KEY = /"(?:gold|answerable)"\s*:/;

/** Whether a row is such a question. */
export function isQuestionRow(row: unknown): boolean {
  return typeof row === 'object' && row !== null && ('gold' in row || 'answerable' in row);
}

/** Whether a file of a folder is left alone: settings of a program, questions for `quoth eval`. Other formats never are. */
export async function isOtherJson(path: string): Promise<boolean> {
  const format = formatOfName(path);
  if (format !== 'json' && format !== 'jsonl') return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PEEK_BYTES), 0, PEEK_BYTES, 0);
    const head = buffer.subarray(0, bytesRead).toString('utf8');
    // In another encoding, or damaged: reading it says why.
    if (head.includes('\uFFFD') || head.includes('\0')) return false;
    return QUESTION_KEY.test(head) || (format === 'json' && !TEXT_KEY.test(head));
  } finally {
    await file.close();
  }
}
