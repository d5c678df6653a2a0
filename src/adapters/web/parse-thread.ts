/** The parsing thread: whatever a text from the web does to its parser, readers are answered meanwhile. */
import { answerJobs } from '../../answer-jobs.js';
import { findFeedLink, readArticlePage } from '../../read-html.js';
import { parseFeed } from './parse-feed.js';
import type { ParseJob, ParseResults } from './parse-jobs.js';

answerJobs((job: ParseJob): ParseResults[keyof ParseResults] => {
  switch (job.kind) {
    case 'feed':
      return parseFeed(job.text, job.address);
    case 'page':
      return readArticlePage(job.text);
    case 'feedLink':
      return findFeedLink(job.text, job.address);
  }
});
