/** The model that comes with Quoth keeps the contract of an embedder. */
import { expect, it } from 'vitest';
import { createTransformersEmbedder } from '../../src/adapters/transformers/embedder.js';
import { describeEmbedder } from './embedder.contract.js';

const options = { model: 'multilingual-e5-small', threads: 1 };

describeEmbedder('transformers', () => createTransformersEmbedder(options));

it('starts again after it was closed', async () => {
  const embedder = createTransformersEmbedder(options);
  const first = await embedder.countTokens(['早稻已经插完。']);
  await embedder.close();
  expect(await embedder.countTokens(['早稻已经插完。'])).toEqual(first);
  await embedder.close();
});
