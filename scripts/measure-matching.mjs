// Measures what matching one article against many topics costs, beside embedding it: npm run build, then
// node scripts/measure-matching.mjs INDEX TOPICS FILE…, TOPICS being a number, or a file with a topic a line. The topics are
// made ready first, as they are when they are followed or imported. The first file is matched in a process that knows nothing
// yet, with the topics in the store. INDEX is copied; the copy is thrown away, or kept for the next run in QUOTH_KEEP. The alerts
// raised are appended to the file QUOTH_ALERTS, to be compared with those of other code.
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [indexDir, count, ...files] = process.argv.slice(2);
const kept = process.env.QUOTH_KEEP;
const isKept = kept !== undefined && existsSync(kept);
const dir = mkdtempSync(join(tmpdir(), 'quoth-matching-'));
const copy = (from, to) => cpSync(from, to, { recursive: true });
copy(isKept ? kept : indexDir, dir);
const { createApp } = await import('../dist/app.js');
const { readTopic } = await import('../dist/alerts/read-topic.js');
const { loadConfig } = await import('../dist/config.js');
const config = loadConfig({ QUOTH_INDEX: dir, QUOTH_LOG_LEVEL: 'silent' });
let app = await createApp(config);
let alerts = await app.openAlerts();

// Topics out of the words of the library itself: far more of them come near than readers' own would.
const makeTopics = async () => {
  const words = [];
  for (const { id } of await app.listArticles()) {
    const { text } = await app.getArticle(id);
    words.push(
      ...(text.match(/\p{Script=Han}{2,8}|\p{Script=Latin}{5,}(?: \p{Script=Latin}{5,})?/gu) ?? []),
    );
  }
  const distinct = [...new Set(words)];
  const given = existsSync(count) ? readFileSync(count, 'utf8').trim().split('\n') : undefined;
  return Array.from(
    { length: given?.length ?? Number(count) },
    (_, i) =>
      given?.[i] ??
      `${distinct[(i * 7919) % distinct.length]} ${distinct[(i * 104729 + 5) % distinct.length]}`,
  );
};
if (!isKept) {
  const topics = await makeTopics();
  const { id: subscriberId } = await alerts.subscribers.ensure({
    chatId: 1,
    kind: 'private',
    language: 'zh',
  });
  const rest = { subscriberId, strictness: 0, state: 'active', isMuted: false, createdAt: 0 };
  for (const [i, words] of topics.entries()) {
    await alerts.topics.put({ ...rest, id: i.toString(36).padStart(8, '0'), words, name: words });
  }
  const read = topics.map(readTopic).flatMap((result) => result.topic ?? []);
  const before = performance.now();
  await alerts.makeReady(read, (done) => {
    if (done % 1000 === 0) console.error(done, 'topics ready');
  });
  console.log('ms to make a topic ready', (performance.now() - before) / read.length);
}
await app.close();
if (kept !== undefined && !isKept) copy(dir, kept);

// As in a process of its own. CPU time of all threads: what other programs do at the same time counts for nothing.
app = await createApp(config);
// The model's own start, and what its thread has to tidy up afterwards, is neither matching nor embedding.
await app.warmUp();
await sleep(5000);
alerts = await app.openAlerts();
const readCpuMs = () => {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1000);
};
let matchMs = 0;
let raised = [];
const { findAlerts } = alerts;
alerts.findAlerts = async (...given) => {
  const before = readCpuMs();
  raised = await findAlerts(...given);
  matchMs = readCpuMs() - before;
  return raised;
};
let embedMs = 0;
let started = 0;
const measure = async (path) => {
  const report = await app.ingest([path], {
    hooks: {
      onDocumentStart: () => {
        started = readCpuMs();
      },
      onPassages: ({ done, total }) => {
        if (done === total) embedMs = readCpuMs() - started;
      },
    },
  });
  const restMs = readCpuMs() - started - embedMs - matchMs;
  return {
    passages: report.documents[0]?.passages,
    alerts: raised.length,
    embedMs,
    matchMs,
    restMs,
  };
};
let sumMatchMs = 0;
let sumEmbedMs = 0;
for (const [index, file] of files.entries()) {
  const measured = await measure(file);
  if (process.env.QUOTH_ALERTS) {
    const lines = raised.map(({ topicId, articleIndex, quote: { start, end, score } }) =>
      [basename(file), articleIndex, topicId, start, end, score.toFixed(6)].join(' '),
    );
    appendFileSync(process.env.QUOTH_ALERTS, `${lines.sort().join('\n')}\n`);
  }
  const ratio = (measured.matchMs / measured.embedMs).toFixed(2);
  console.log(index === 0 ? 'first' : 'next', JSON.stringify(measured), 'match / embed', ratio);
  if (index === 0) continue;
  sumMatchMs += measured.matchMs;
  sumEmbedMs += measured.embedMs;
}
console.log('all but the first: match / embed', (sumMatchMs / sumEmbedMs).toFixed(2));
await app.close();
rmSync(dir, { recursive: true });
