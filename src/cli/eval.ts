/** `quoth eval`: how good the answers are, on questions whose quotes are known. */
import type { Command } from 'commander';
import { AppError } from '../errors.js';
import { evaluate } from '../eval/evaluate.js';
import { parseQuestions } from '../eval/questions.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { formatCount } from './format/numbers.js';
import { formatEvaluation } from './format/print-evaluation.js';
import { createProgressBar } from './format/progress.js';
import { addSearchOptions, parseShare, readSearchFlags, type SearchFlags } from './options.js';
import { readInputFile } from './read-input-file.js';
import { requireIndex } from './require-index.js';
import { untilAborted } from './until-aborted.js';

/** Quotes asked for when `--top` is not given: as many as hit@5 looks at. */
const DEFAULT_TOP = 5;

const EXAMPLES = `
The file holds a JSON array of questions with their gold quotes: see README,
“quoth eval”. With --json the report has one entry a question.

Examples:
  quoth eval samples/questions.json
  quoth eval samples/questions.json --no-late
  quoth eval samples/questions.json --min-hit1 0.7 --json > report.json`;

type EvalFlags = GlobalFlags & SearchFlags & { readonly minHit1?: number };

/** Adds the command to the program. */
export function addEvalCommand(program: Command, context: CliContext): void {
  const command = program
    .command('eval')
    .description('measure the answers on questions whose quotes are known')
    .argument('<file>', 'questions with gold quotes, JSON')
    .option('--min-hit1 <share>', 'fail when hit@1 is below this share, 0 to 1', parseShare);
  addSearchOptions(command, `quotes for each question, 1 to 50 (default: ${DEFAULT_TOP})`)
    .addHelpText('after', EXAMPLES)
    .action((file: string, _options: unknown, self: Command) =>
      runEval(file, self.optsWithGlobals<EvalFlags>(), context),
    );
}

async function runEval(file: string, flags: EvalFlags, context: CliContext): Promise<void> {
  const questions = parseQuestions(await readInputFile(file), file);
  const options = { top: DEFAULT_TOP, ...readSearchFlags(flags) };
  const config = requireIndex(flags, context.readConfig(flags), context.env);
  await context.withApp(config, async (app) => {
    const bar = createProgressBar({
      stream: context.stderr,
      label: file,
      formatValue: (value) => formatCount(value, 'question'),
    });
    try {
      const library = {
        ask: (question: string) => app.ask(question, options),
        listArticles: () => app.listArticles(),
        getArticle: (id: string) => app.getArticle(id),
      };
      const report = await untilAborted(
        evaluate(questions, library, {
          onQuestion: (done, total) => bar.update(done, total),
          signal: context.signal,
        }),
        context.signal,
      );
      bar.stop();
      context.print(flags.json ? JSON.stringify(report) : formatEvaluation(report, context));
      const { hit1 } = report.all;
      if (flags.minHit1 !== undefined && hit1 < flags.minHit1) {
        throw new AppError(
          'QUALITY_TOO_LOW',
          `expected a hit@1 of at least ${flags.minHit1}, got ${hit1.toFixed(3)}`,
        );
      }
    } finally {
      bar.stop();
    }
  });
}
