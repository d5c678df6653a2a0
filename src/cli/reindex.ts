/** `quoth reindex`: a second index with another model beside the first, which is switched to when it is no worse. */
import type { Command } from 'commander';
import type { App } from '../app.js';
import { AppError } from '../errors.js';
import { compareResults } from '../eval/compare-reports.js';
import { type EvalLibrary, type EvalReport, evaluate } from '../eval/evaluate.js';
import { findLosses } from '../eval/find-losses.js';
import { type EvalQuestion, parseQuestions } from '../eval/questions.js';
import type { ReindexHooks } from '../upkeep.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatCount, formatDuration } from './format/numbers.js';
import { formatComparison } from './format/print-comparison.js';
import { createProgressBar, type ProgressBar } from './format/progress.js';
import { replaceControls } from './format/style.js';
import { readInputFile } from './read-input-file.js';
import { requireIndex } from './require-index.js';
import { untilAborted } from './until-aborted.js';

/** Quotes asked for: as many as nDCG@10 looks at. */
const TOP = 10;

const EXAMPLES = `
The second index is made from the stored text; no file is needed. Meanwhile the
library is asked and added to as before, and a bot that runs picks the new index
up by itself. Stopped or killed, the same command goes on where it was.

With --questions both indexes are asked, and the new one takes the place of the
old one only if hit@1 and MRR are no lower, and no more questions without an
answer count as answered. Otherwise both stay, and --force switches all the same.

The library remembers its model: QUOTH_MODEL need not be changed.

Examples:
  quoth reindex --model multilingual-e5-base --questions samples/questions.json
  quoth reindex                          with the model of QUOTH_MODEL
  quoth reindex --discard                take a second index away`;

type ReindexFlags = GlobalFlags & {
  readonly model?: string;
  readonly questions?: string;
  readonly force?: true;
  readonly discard?: true;
};

/** Adds the command to the program. */
export function addReindexCommand(program: Command, context: CliContext): void {
  program
    .command('reindex')
    .description('make a second index with another model, and switch to it if it is no worse')
    .option('--model <dir>', 'folder under models/, or a path (default: QUOTH_MODEL)')
    .option('--questions <file>', 'questions as for quoth eval; worse answers keep the old index')
    .option('--force', 'switch whatever the questions say')
    .option('--discard', 'take away a second index that was not switched to')
    .addHelpText('after', EXAMPLES)
    .action((_options: unknown, command: Command) =>
      runReindex(command.optsWithGlobals<ReindexFlags>(), context),
    );
}

async function runReindex(flags: ReindexFlags, context: CliContext): Promise<void> {
  const config = requireIndex(flags, context.readConfig(flags), context.env);
  const { questions: file } = flags;
  const questions =
    file === undefined ? undefined : parseQuestions(await readInputFile(file), file);
  await context.withApp(config, async (app) => {
    if (flags.discard) {
      const isGone = await app.upkeep.discardReindex();
      if (flags.json) context.print(JSON.stringify({ discarded: isGone }));
      else context.print(isGone ? 'The second index is gone.' : 'There is no second index.');
      return;
    }
    await reindex(app, questions, { flags, context });
  });
}

async function reindex(
  app: App,
  questions: readonly EvalQuestion[] | undefined,
  { flags, context }: { readonly flags: ReindexFlags; readonly context: CliContext },
): Promise<void> {
  // The old one first: when it cannot be asked, that is better known before hours of work.
  const before = questions && (await measure(questions, app, { label: 'the old index', context }));
  let losses: readonly string[] = [];
  let comparison: ReturnType<typeof compareResults> | undefined;
  const { hooks, stop } = createHooks(context);
  try {
    const report = await app.upkeep.reindex({
      hooks,
      signal: context.signal,
      ...(flags.model === undefined ? {} : { model: flags.model }),
      judge: async (fresh) => {
        stop();
        if (questions === undefined || before === undefined) return true;
        const after = await measure(questions, fresh, { label: 'the new index', context });
        comparison = compareResults(before.results, after.results);
        losses = findLosses(before.all, after.all);
        if (!flags.json) {
          const layout = { name: 'the old index', style: context.style };
          context.print(`${formatComparison(comparison, layout)}\n`);
        }
        return losses.length === 0 || flags.force === true;
      },
    });
    const { isSwitched, model, passages, tookMs } = report;
    if (flags.json) {
      context.print(
        JSON.stringify({ switched: isSwitched, model, passages, tookMs, losses, comparison }),
      );
    } else if (isSwitched) {
      const what = `${formatCount(passages, 'passage')} of ${model}`;
      context.print(`switched to ${what} in ${formatDuration(tookMs)}`);
    }
    if (isSwitched) return;
    throw new AppError('QUALITY_TOO_LOW', `the new index is worse: ${losses.join(', ')}`, {
      hint: 'the old one is kept; switch all the same with --force, or take the new one away with --discard',
    });
  } finally {
    stop();
  }
}

async function measure(
  questions: readonly EvalQuestion[],
  library: Omit<EvalLibrary, 'ask'> & {
    ask(question: string, options: { readonly top: number }): ReturnType<EvalLibrary['ask']>;
  },
  { label, context }: { readonly label: string; readonly context: CliContext },
): Promise<EvalReport> {
  const { stderr, signal } = context;
  const formatValue = (value: number) => formatCount(value, 'question');
  const bar = createProgressBar({ stream: stderr, label: `asking ${label}`, formatValue });
  const asked = {
    ask: (question: string) => library.ask(question, { top: TOP }),
    listArticles: () => library.listArticles(),
    getArticle: (id: string) => library.getArticle(id),
  };
  const onQuestion = (done: number, total: number) => bar.update(done, total);
  try {
    return await untilAborted(evaluate(questions, asked, { top: TOP, onQuestion, signal }), signal);
  } finally {
    bar.stop();
  }
}

/** A bar of documents on a terminal, a line for each elsewhere. */
function createHooks(context: CliContext): {
  readonly hooks: ReindexHooks;
  readonly stop: () => void;
} {
  let bar: ProgressBar | undefined;
  let place = { done: 0, total: 0 };
  const hooks: ReindexHooks = {
    onDocumentStart({ document, done, total }) {
      place = { done, total };
      bar ??= createProgressBar({
        stream: context.stderr,
        label: 'second index',
        formatValue: (value) => formatCount(value, 'document'),
        startValue: done,
      });
      bar.update(done, total);
      if (context.stderr.isTTY !== true) {
        context.note(`indexing  ${replaceControls(document)}: ${done + 1} of ${total}`);
      }
    },
    onDocumentDone({ document, passages }) {
      bar?.update(place.done + 1, place.total);
      if (context.stderr.isTTY !== true) {
        context.note(`indexed   ${replaceControls(document)}: ${formatCount(passages, 'passage')}`);
      }
    },
  };
  return {
    hooks,
    stop() {
      bar?.stop();
      bar = undefined;
    },
  };
}
