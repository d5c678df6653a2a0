/** What sets languages apart is measured once for a library, not once for a process. */
import { expect, it } from 'vitest';
import { createHashEmbedder } from '../../src/adapters/memory/hash-embedder.js';
import { createSqliteNoteStore } from '../../src/adapters/sqlite/note-store.js';
import { openDatabase } from '../../src/adapters/sqlite/open-database.js';
import type { NoteStore } from '../../src/ports/note-store.js';
import { createQuestionShift } from '../../src/search/question-shift.js';
import { createTemporaryFolders } from '../support/temporary.js';

const makeFolder = createTemporaryFolders('shift');

/** An embedder that counts the texts it is given. */
function createCounted() {
  const embedder = createHashEmbedder();
  const counted = { texts: 0 };
  return {
    counted,
    embedder: {
      ...embedder,
      embedQuestion: (question: string) => {
        counted.texts += 1;
        return embedder.embedQuestion(question);
      },
      embedPassages: (inputs: Parameters<typeof embedder.embedPassages>[0]) => {
        counted.texts += inputs.length;
        return embedder.embedPassages(inputs);
      },
    },
  };
}

it('keeps the means of parallel text to the last bit, apart for each model', async () => {
  const database = await openDatabase(makeFolder());
  const notes = createSqliteNoteStore(database.db);
  const { embedder, counted } = createCounted();
  const measured = await createQuestionShift(embedder)('en', 'zh');
  const first = counted.texts;
  const ask = (model: string) => createQuestionShift(embedder, { notes, model })('en', 'zh');
  expect(await ask('one')).toEqual(measured);
  expect(counted.texts).toBe(2 * first);
  expect(await ask('one')).toEqual(measured);
  expect(counted.texts).toBe(2 * first);
  expect(await ask('other')).toEqual(measured);
  expect(counted.texts).toBe(3 * first);
  await database.close();
});

it('measures anew what was kept badly, or could not be kept', async () => {
  const { embedder } = createCounted();
  const measured = await createQuestionShift(embedder)('ru', 'zh');
  const full: NoteStore = {
    read: async () => 'AAAA',
    write: () => Promise.reject(new Error('the disk is full')),
  };
  expect(await createQuestionShift(embedder, { notes: full, model: 'm' })('ru', 'zh')).toEqual(
    measured,
  );
  expect(await createQuestionShift(embedder)('xx', 'zh')).toBeUndefined();
});
