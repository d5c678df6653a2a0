/** The parsing thread of documents: whatever a file does to its parser, readers are answered meanwhile. */
import { answerJobs } from '../../answer-jobs.js';
import { findCharset } from '../../find-charset.js';
import { decodeText } from './decode-text.js';
import { openWebArchive } from './open-web-archive.js';
import type { DocumentJob, ParsedDocument } from './parse-jobs.js';
import { readBook } from './read-book.js';
import { readJson } from './read-chat-export.js';
import { readPage } from './read-page.js';
import { readPdf } from './read-pdf.js';
import { readJsonLines, readTable } from './read-records.js';
import { readWord } from './read-word.js';

answerJobs(async ({ kind, name, bytes, ocr }: DocumentJob): Promise<ParsedDocument> => {
  switch (kind) {
    case 'pdf':
      return readPdf(bytes, { name, ocr: ocr ?? '' });
    case 'epub':
      return readBook(Buffer.from(bytes), name);
    case 'docx':
      return readWord(bytes, name);
    case 'html': {
      const given = Buffer.from(bytes);
      const { text, encoding } = decodeText(given, name, findCharset(given));
      return readPage(text, { name, encoding });
    }
    case 'mhtml': {
      const { html, charset, address } = openWebArchive(Buffer.from(bytes), name);
      const { text, encoding } = decodeText(html, name, charset || findCharset(html));
      // As browsers note it in pages that they save as HTML.
      const note = address === undefined ? '' : `<!-- saved from url=(0000)${address} -->`;
      return readPage(`${note}${text}`, { name, encoding });
    }
    case 'table':
      return readTable(decodeText(Buffer.from(bytes), name).text, name);
    case 'jsonl':
      return readJsonLines(decodeText(Buffer.from(bytes), name).text, name);
    case 'json':
      return readJson(decodeText(Buffer.from(bytes), name).text, name);
  }
});
