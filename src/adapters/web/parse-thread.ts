/** The parsing thread: whatever a text from the web does to its parser, readers are answered meanwhile. */
import { parentPort } from 'node:worker_threads';
import { AppError, toAppError } from '../../errors.js';
import { parseFeed } from './parse-feed.js';
import type { ParseJob, ParseReply, ParseResults } from './parse-jobs.js';
import { findFeedLink, readArticlePage } from './read-html.js';

const port = parentPort;
if (port === null) throw new AppError('INTERNAL', 'expected to run as a worker thread');

function parse(job: ParseJob): ParseResults[keyof ParseResults] {
  switch (job.kind) {
    case 'feed':
      return parseFeed(job.text, job.address);
    case 'page':
      return readArticlePage(job.text);
    case 'feedLink':
      return findFeedLink(job.text, job.address);
  }
}

port.on('message', (job: ParseJob) => {
  let reply: ParseReply;
  try {
    reply = { result: parse(job) };
  } catch (thrown) {
    const { code, message } = toAppError(thrown);
    reply = { failure: { code, message } };
  }
  port.postMessage(reply);
});
port.postMessage('ready' satisfies ParseReply);
