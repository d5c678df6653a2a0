#!/usr/bin/env node
/** Entry: runs the CLI with the real parts, each loaded when it is first needed, and sets the exit code. */
import { connectProcess } from './cli/process-surroundings.js';
import { runCli } from './cli/run-cli.js';

const surroundings = connectProcess();
process.exitCode = await runCli(process.argv.slice(2), surroundings, {
  createApp: async (config) => (await import('./app.js')).createApp(config),
  runBot: async (options) => (await import('./bot/run-bot.js')).runBot(options),
  pullModel: async (request) => (await import('./app.js')).pullModel({ ...request, fetch }),
  listModels: async (modelsDir, inUse) => (await import('./app.js')).listModels(modelsDir, inUse),
});
// After Ctrl-C nothing that still runs is waited for.
if (surroundings.signal.aborted) process.exit();
