// Measures what matching one article against many topics costs, beside embedding it: npm run build, then
// node scripts/measure-matching.mjs INDEX FILE TOPICS [FILE…], TOPICS being a number, or a file with a topic a line. Writes to a library of its own that is thrown away.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [indexDir, file, count = '10000'] = process.argv.slice(2);
const dir = mkdtempSync(join(tmpdir(), 'quoth-matching-'));
for (const name of readdirSync(indexDir)) cpSync(join(indexDir, name), join(dir, name));
const { createApp } = await import('../dist/app.js');
const { loadConfig } = await import('../dist/config.js');
const app = await createApp(loadConfig({ QUOTH_INDEX: dir, QUOTH_LOG_LEVEL: 'silent' }));
const alerts = await app.openAlerts();

// Topics out of the words of the library itself: far more of them come near than readers' own would.
const words = [];
for (const { id } of await app.listArticles()) {
  const { text } = await app.getArticle(id);
  words.push(
    ...(text.match(/\p{Script=Han}{2,8}|\p{Script=Latin}{5,}(?: \p{Script=Latin}{5,})?/gu) ?? []),
  );
}
const distinct = [...new Set(words)];
const { id: subscriberId } = await alerts.subscribers.ensure({
  chatId: 1,
  kind: 'private',
  language: 'zh',
});
const given = existsSync(count) ? readFileSync(count, 'utf8').trim().split('\n') : undefined;
for (let i = 0; i < (given?.length ?? Number(count)); i += 1) {
  const topic =
    given?.[i] ??
    `${distinct[(i * 7919) % distinct.length]} ${distinct[(i * 104729 + 5) % distinct.length]}`;
  await alerts.topics.put({
    id: i.toString(36).padStart(8, '0'),
    subscriberId,
    words: topic,
    name: topic,
    strictness: 0,
    state: 'active',
    isMuted: false,
    createdAt: 0,
  });
}
let matchMs = 0;
const { findAlerts } = alerts;
alerts.findAlerts = async (...given) => {
  const before = performance.now();
  const found = await findAlerts(...given);
  matchMs = Math.round(performance.now() - before);
  return found;
};
let embedMs = 0;
let started = 0;
const measure = async (path) => {
  const before = performance.now();
  const report = await app.ingest([path], {
    hooks: {
      onDocumentStart: () => {
        started = performance.now();
      },
      onPassages: ({ done, total }) => {
        if (done === total) embedMs = performance.now() - started;
      },
    },
  });
  const [document] = report.documents;
  const totalMs = performance.now() - started;
  return {
    passages: document?.passages,
    embedMs: Math.round(embedMs),
    matchMs,
    restMs: Math.round(totalMs - embedMs - matchMs),
    allMs: Math.round(performance.now() - before),
  };
};
console.log(
  'first document, which embeds the topics and measures their backgrounds',
  await measure(file),
);
for (const other of process.argv.slice(5)) console.log('next', await measure(other));
await app.close();
rmSync(dir, { recursive: true });
