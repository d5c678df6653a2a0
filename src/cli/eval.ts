/** `quoth eval`: how good the answers are, on questions whose quotes are known. */
import { type Command, InvalidArgumentError } from 'commander';
import type { App } from '../app.js';
import { AppError } from '../errors.js';
import { compareResults, parseResults, requireCommonQuestions } from '../eval/compare-reports.js';
import { type EvalReport, evaluate } from '../eval/evaluate.js';
import type { EvalQuestionResult } from '../eval/measures.js';
import { type EvalQuestion, parseQuestions, sampleQuestions } from '../eval/questions.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { isFolder, withCorpusLibrary } from './eval-corpus.js';
import { formatCount } from './format/numbers.js';
import { formatComparison } from './format/print-comparison.js';
import { formatEvaluation, formatResults } from './format/print-evaluation.js';
import { createProgressBar } from './format/progress.js';
import { addSearchOptions, parseShare, readSearchFlags, type SearchFlags } from './options.js';
import { readInputFile } from './read-input-file.js';
import { requireIndex } from './require-index.js';
import { untilAborted } from './until-aborted.js';

/** Quotes asked for when `--top` is not given: as many as nDCG@10 looks at. */
const DEFAULT_TOP = 10;

const EXAMPLES = `
A file holds a JSON array of questions with their gold quotes: see README,
“quoth eval”. A folder holds a public set, corpus.jsonl and queries.jsonl; its
entries become a library in a temporary folder, the one of --index is left alone.
With --json the report has one entry a question, and can be compared with later.

Examples:
  quoth eval samples/questions.json --questions
  quoth eval samples/questions.json --min-hit1 0.7 --json > report.json
  quoth eval samples/questions.json --no-late --compare report.json
  quoth eval xquad/zh-zh --sample 100`;

type EvalFlags = GlobalFlags &
  SearchFlags & {
    readonly minHit1?: number;
    readonly sample?: number;
    readonly questions?: true;
    readonly compare?: string;
  };

/** Adds the command to the program. */
export function addEvalCommand(program: Command, context: CliContext): void {
  const command = program
    .command('eval')
    .description('measure the answers on questions whose quotes are known')
    .argument('<path>', 'questions with gold quotes, JSON; or the folder of a public set')
    .option('--min-hit1 <share>', 'fail when hit@1 is below this share, 0 to 1', parseShare)
    .option('--sample <n>', 'ask only so many questions, evenly spread', parseSample)
    .option('--questions', 'a line a question: outcome, rank and time')
    .option('--compare <report>', 'what got better and worse since an earlier --json report');
  addSearchOptions(command, `quotes for each question, 1 to 50 (default: ${DEFAULT_TOP})`)
    .addHelpText('after', EXAMPLES)
    .action((file: string, _options: unknown, self: Command) =>
      runEval(file, self.optsWithGlobals<EvalFlags>(), context),
    );
}

async function runEval(file: string, flags: EvalFlags, context: CliContext): Promise<void> {
  const { compare } = flags;
  const earlier =
    compare === undefined ? undefined : parseResults(await readInputFile(compare), compare);
  const config = context.readConfig(flags);
  const measure = async (app: App, given: readonly EvalQuestion[]): Promise<void> => {
    const questions = flags.sample === undefined ? given : sampleQuestions(given, flags.sample);
    if (earlier !== undefined) requireCommonQuestions(earlier, questions);
    report(await askAll(app, questions, { file, flags, context }), { earlier, flags, context });
  };
  if (await isFolder(file)) return withCorpusLibrary(file, { config, context }, measure);
  const questions = parseQuestions(await readInputFile(file), file);
  return context.withApp(requireIndex(flags, config, context.env), (app) =>
    measure(app, questions),
  );
}

async function askAll(
  app: App,
  questions: readonly EvalQuestion[],
  options: { readonly file: string; readonly flags: EvalFlags; readonly context: CliContext },
): Promise<EvalReport> {
  const { file, flags, context } = options;
  const { signal } = context;
  const asked = { top: DEFAULT_TOP, ...readSearchFlags(flags) };
  const bar = createProgressBar({
    stream: context.stderr,
    label: file,
    formatValue: (value) => formatCount(value, 'question'),
  });
  const library = {
    ask: (question: string) => app.ask(question, asked),
    listArticles: () => app.listArticles(),
    getArticle: (id: string) => app.getArticle(id),
  };
  try {
    const running = evaluate(questions, library, {
      top: asked.top,
      onQuestion: (done, total) => bar.update(done, total),
      signal,
    });
    return await untilAborted(running, signal);
  } finally {
    bar.stop();
  }
}

/** Prints the report. @throws AppError QUALITY_TOO_LOW */
function report(
  evaluation: EvalReport,
  options: {
    readonly earlier: readonly EvalQuestionResult[] | undefined;
    readonly flags: EvalFlags;
    readonly context: CliContext;
  },
): void {
  const { earlier, flags, context } = options;
  const { results, all } = evaluation;
  const comparison = earlier === undefined ? undefined : compareResults(earlier, results);
  if (flags.json) context.print(JSON.stringify({ ...evaluation, comparison }));
  else {
    if (flags.questions) context.print(`${formatResults(results)}\n`);
    context.print(formatEvaluation(evaluation, context));
    if (comparison !== undefined) {
      const layout = { name: flags.compare ?? '', style: context.style };
      context.print(`\n${formatComparison(comparison, layout)}`);
    }
  }
  if (flags.minHit1 !== undefined && all.hit1 < flags.minHit1) {
    throw new AppError(
      'QUALITY_TOO_LOW',
      `expected a hit@1 of at least ${flags.minHit1}, got ${all.hit1.toFixed(3)}`,
    );
  }
}

/** Reads the value of `--sample`. @throws InvalidArgumentError */
function parseSample(value: string): number {
  const count = Number(value);
  if (/^\d+$/.test(value) && count >= 1 && Number.isSafeInteger(count)) return count;
  throw new InvalidArgumentError('expected a whole number from 1');
}
