// Tool of the tests: the program as a process of its own, with hashes in place of the model, so that it starts at once and a
// kill meets the writing and not the embedding. The first argument is the folder of the program, src or dist;
// QUOTH_CLOCK_DAYS sets the clock back or ahead.
const [program, ...args] = process.argv.slice(2);
const shiftMs = Number(process.env.QUOTH_CLOCK_DAYS ?? 0) * 24 * 3600 * 1000;
if (shiftMs !== 0) {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [RealDate.now() + shiftMs]));
    }
    static now() {
      return RealDate.now() + shiftMs;
    }
  };
}
const load = (file) => import(`../../${program}/${file}.js`);
const { connectProcess } = await load('cli/process-surroundings');
const { runCli } = await load('cli/run-cli');
const { createApp } = await load('app');
const { createHashEmbedder } = await load('adapters/memory/hash-embedder');
const { findModel } = await load('adapters/transformers/model-files');
const createEmbedder = ({ model }) => ({
  ...createHashEmbedder({ dimensions: findModel(model).dimensions }),
  load: async () => 'hash',
});
process.exitCode = await runCli(args, connectProcess(), {
  createApp: (config) => createApp(config, { createEmbedder }),
});
