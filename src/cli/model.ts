/** `quoth model`: which models are there, and how to get another. */
import path from 'node:path';
import type { Command } from 'commander';
import type { ListedModel } from '../app.js';
import { AppError } from '../errors.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatBytes } from './format/numbers.js';
import { createProgressBar, type ProgressBar } from './format/progress.js';
import { formatTable } from './format/table.js';

const LIST_EXAMPLES = `
Checks every file against the checksums in quoth-model.json or README.md. A star
marks the model that QUOTH_MODEL names. The exit code is 1 when a model is
damaged, or the one that is named is not there.

Example:
  quoth model list --json`;

const PULL_EXAMPLES = `
Downloads an ONNX model in the layout of transformers.js into models/. A stopped
download goes on where it was when the same command runs again. To use it then:
quoth reindex --model <name>

Examples:
  quoth model pull Xenova/bge-small-zh-v1.5
  quoth model pull Xenova/bge-small-zh-v1.5 --mirror hf-mirror.com`;

interface PullFlags extends GlobalFlags {
  readonly mirror?: string;
  readonly revision: string;
  readonly name?: string;
}

/** Adds the command, with `list` and `pull`, to the program. */
export function addModelCommand(program: Command, context: CliContext): void {
  const model = program
    .command('model')
    .description('list the embedding models, or download another')
    .addHelpText('after', '\nExample:\n  quoth model list');
  model
    .command('list')
    .description('list the models under models/ and check their files')
    .addHelpText('after', LIST_EXAMPLES)
    .action((_options: unknown, command: Command) =>
      listModels(command.optsWithGlobals<GlobalFlags>(), context),
    );
  model
    .command('pull')
    .description('download a model from the Hugging Face hub or a mirror')
    .argument('<hub id>', 'such as Xenova/bge-small-zh-v1.5')
    .option('--mirror <host>', 'server to download from (default: HF_ENDPOINT, or huggingface.co)')
    .option('--revision <rev>', 'branch, tag or commit', 'main')
    .option('--name <name>', 'folder name under models/ (default: the last part of the id)')
    .addHelpText('after', PULL_EXAMPLES)
    .action((id: string, _options: unknown, command: Command) =>
      pullModel(id, command.optsWithGlobals<PullFlags>(), context),
    );
}

async function listModels(flags: GlobalFlags, context: CliContext): Promise<void> {
  const { model: inUse } = context.readConfig(flags);
  const models = await context.parts.listModels(path.join(context.packageRoot, 'models'), inUse);
  if (models.some((facts) => facts.integrity === 'damaged')) context.fail(1);
  const isThere = models.some((facts) => facts.inUse);
  if (!isThere) context.fail(1);
  if (flags.json) {
    context.print(JSON.stringify(models));
    return;
  }
  const rows = models.map((facts) => [
    facts.inUse ? '*' : '',
    facts.name,
    facts.dimensions === undefined ? '?' : String(facts.dimensions),
    formatBytes(facts.bytes),
    describeIntegrity(facts),
  ]);
  const table = formatTable([['', 'model', 'dimensions', 'size', 'files'], ...rows], {
    rightAligned: [2, 3],
  });
  context.print(models.length === 0 ? 'There are no models under models/.' : table.join('\n'));
  for (const fault of models.flatMap((facts) => facts.faults)) context.note(fault);
  if (!isThere) context.note(`QUOTH_MODEL names no model that is there: ${inUse}`);
}

function describeIntegrity(facts: ListedModel): string {
  if (facts.integrity === 'ok') return 'sha256 right';
  return facts.integrity === 'damaged' ? 'DAMAGED' : 'no checksums to compare with';
}

async function pullModel(id: string, flags: PullFlags, context: CliContext): Promise<void> {
  context.readConfig(flags);
  const name = flags.name ?? id.split('/').at(-1) ?? '';
  checkNames(id, name);
  const host = readHost(flags.mirror ?? context.env['HF_ENDPOINT'] ?? '');
  context.note(`Downloading ${id} (${flags.revision}) from ${host}`);
  let file = '';
  let bar: ProgressBar | undefined;
  try {
    const pulled = await context.parts.pullModel({
      id,
      revision: flags.revision,
      host,
      modelsDir: path.join(context.packageRoot, 'models'),
      name,
      signal: context.signal,
      onProgress(progress) {
        if (progress.file !== file) {
          bar?.stop();
          file = progress.file;
          if (context.stderr.isTTY !== true) context.note(`  ${file}`);
          bar = createProgressBar({
            stream: context.stderr,
            label: file,
            formatValue: formatBytes,
            startValue: progress.doneBytes,
          });
        }
        bar?.update(progress.doneBytes, progress.totalBytes ?? progress.doneBytes);
      },
    });
    bar?.stop();
    if (flags.json) {
      context.print(JSON.stringify(pulled));
      return;
    }
    const what = pulled.alreadyThere ? 'is there already' : `${formatBytes(pulled.bytes)}, stored`;
    context.print(`${pulled.name}: ${what} in ${pulled.path}`);
    context.print(`To use it: quoth reindex --model ${pulled.name}`);
  } finally {
    bar?.stop();
  }
}

/** Both become parts of paths and addresses. @throws AppError USAGE */
function checkNames(id: string, name: string): void {
  const isPlain = (text: string) => /^[\w-][\w.-]*$/.test(text);
  if (id.split('/').length <= 2 && id.split('/').every(isPlain) && isPlain(name)) return;
  throw new AppError('USAGE', `expected an id such as Xenova/bge-small-zh-v1.5, got "${id}"`, {
    hint: 'see quoth model pull --help',
  });
}

/** A server with its scheme; `huggingface.co` when none is named. @throws AppError USAGE */
function readHost(given: string): string {
  const host = given.trim() === '' ? 'huggingface.co' : given.trim();
  const address = /^https?:\/\//i.test(host) ? host : `https://${host}`;
  if (URL.canParse(address)) return address.replace(/\/+$/, '');
  throw new AppError('USAGE', `expected a server such as hf-mirror.com, got "${given}"`, {
    hint: 'see quoth model pull --help',
  });
}
