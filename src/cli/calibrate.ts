/** `quoth calibrate`: fits when to answer, when to say “related” and when “not found”, to questions with known answers. */
import path from 'node:path';
import type { Command } from 'commander';
import { OUTCOME_MODEL } from '../answer/outcome-model.js';
import type { App } from '../app.js';
import {
  type Calibration,
  calibrate,
  type OutcomeExample,
  scoreFigures,
} from '../eval/calibrate.js';
import { collectExamples } from '../eval/collect-examples.js';
import { type EvalQuestion, parseQuestions, sampleQuestions } from '../eval/questions.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { isFolder, readCorpusSet, withCorpusLibrary } from './eval-corpus.js';
import { formatCount } from './format/numbers.js';
import { formatCalibration } from './format/print-calibration.js';
import { createProgressBar } from './format/progress.js';
import { parseShare } from './options.js';
import { readInputFile } from './read-input-file.js';
import { requireIndex } from './require-index.js';
import { untilAborted } from './until-aborted.js';

/** As the issue that asked for it has it: “related” is no harm, a refusal is. */
const MOST_RELATED = 0.15;
const MOST_REFUSED = 0.03;

/** Questions of other sets that are asked of a library as far-off ones. */
const UNRELATED = 150;

const EXAMPLES = `
A file holds questions to the library of --index, as quoth eval reads them; a folder
holds a public set, whose entries become a library for this once. The questions of
each set are far-off ones for the libraries of the others, so give two or more.
What comes out is stored in the library only if it tells the outcomes apart better
than what is in use; it takes effect with the next question, also of a running bot.

Examples:
  quoth calibrate questions.json xquad/zh-zh xquad/en-en xquad/ar-zh
  quoth calibrate questions.json xquad/zh-zh --most-related 0.1 --dry-run
  quoth calibrate --reset`;

type CalibrateFlags = GlobalFlags & {
  readonly mostRelated?: number;
  readonly mostRefused?: number;
  readonly dryRun?: true;
  readonly force?: true;
  readonly reset?: true;
};

interface QuestionSet {
  readonly path: string;
  readonly isCorpus: boolean;
  readonly questions: readonly EvalQuestion[];
}

/** Adds the command to the program. */
export function addCalibrateCommand(program: Command, context: CliContext): void {
  program
    .command('calibrate')
    .description('fit when to answer and when to say “not found”, to questions with known answers')
    .argument('[path...]', 'questions with gold quotes, JSON; or folders of public sets')
    .option(
      '--most-related <share>',
      `answerable questions that may be called related (default: ${MOST_RELATED})`,
      parseShare,
    )
    .option(
      '--most-refused <share>',
      `answerable questions that may be refused (default: ${MOST_REFUSED})`,
      parseShare,
    )
    .option('--dry-run', 'only show what would come out')
    .option('--force', 'store it also when it is no better')
    .option('--reset', 'put back the weights that come with Quoth')
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], _options: unknown, self: Command) =>
      runCalibrate(paths, self, context),
    );
}

async function runCalibrate(paths: string[], command: Command, context: CliContext): Promise<void> {
  const flags = command.optsWithGlobals<CalibrateFlags>();
  const config = requireIndex(flags, context.readConfig(flags), context.env);
  if (paths.length === 0 && !flags.reset) command.error('error: expected questions, or --reset');
  await context.withApp(config, async (app) => {
    if (flags.reset) {
      await app.writeCalibration(undefined);
      if (flags.json) context.print(JSON.stringify({ reset: true }));
      else context.print('Quoth’s own weights are back.');
      return;
    }
    const sets = await Promise.all(paths.map(readSet));
    const examples: OutcomeExample[] = [];
    for (const set of sets) examples.push(...(await askSet(set, sets, { app, context })));
    const current = (await app.readCalibration())?.model ?? OUTCOME_MODEL;
    const result = calibrate(examples, current, {
      related: flags.mostRelated ?? MOST_RELATED,
      refused: flags.mostRefused ?? MOST_REFUSED,
    });
    await finish(result, sets, { app, flags, context });
  });
}

async function readSet(given: string): Promise<QuestionSet> {
  const isCorpus = await isFolder(given);
  const questions = isCorpus
    ? (await readCorpusSet(given)).questions
    : parseQuestions(await readInputFile(given), given);
  return { path: given, isCorpus, questions };
}

async function askSet(
  set: QuestionSet,
  sets: readonly QuestionSet[],
  { app, context }: { readonly app: App; readonly context: CliContext },
): Promise<OutcomeExample[]> {
  // Two files are both of the library of --index.
  const others = sets.filter(
    (other) => (set.isCorpus || other.isCorpus) && !sharesQuestions(set, other),
  );
  const unrelated = others.flatMap(({ questions }) =>
    sampleQuestions(
      questions.filter(({ answerable }) => answerable),
      Math.ceil(UNRELATED / others.length),
    ),
  );
  const bar = createProgressBar({
    stream: context.stderr,
    label: set.path,
    formatValue: (value) => formatCount(value, 'question'),
  });
  const collect = (asked: App): Promise<OutcomeExample[]> =>
    untilAborted(
      collectExamples(set.questions, asked, {
        unrelated,
        onQuestion: (done, total) => bar.update(done, total),
        signal: context.signal,
      }),
      context.signal,
    );
  try {
    if (!set.isCorpus) return await collect(app);
    return await withCorpusLibrary(set.path, { config: app.config, context }, collect);
  } finally {
    bar.stop();
  }
}

/** The same questions in two languages have the same ids: what answers one is not far off for the other. */
function sharesQuestions(a: QuestionSet, b: QuestionSet): boolean {
  const ids = new Set(a.questions.map(({ id }) => id));
  return b.questions.some(({ id }) => ids.has(id));
}

async function finish(
  result: Calibration,
  sets: readonly QuestionSet[],
  options: { readonly app: App; readonly flags: CalibrateFlags; readonly context: CliContext },
): Promise<void> {
  const { app, flags, context } = options;
  const { model, before, after } = result;
  const isBetter = scoreFigures(after) > scoreFigures(before);
  const isStored = !flags.dryRun && (isBetter || flags.force === true);
  if (isStored) {
    await app.writeCalibration({
      calibratedAt: new Date().toISOString(),
      sets: sets.map((set) => path.basename(set.path)),
      before,
      after,
      model,
    });
  }
  if (flags.json) context.print(JSON.stringify({ ...result, isBetter, isStored }));
  else context.print(formatCalibration(result, { style: context.style, isBetter, isStored }));
}
