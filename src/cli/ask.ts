/** `quoth ask`: one question, or a file of them, answered with quotes. */
import type { Command } from 'commander';
import { AppError } from '../errors.js';
import { pickTexts } from '../texts/pick-texts.js';
import { answerBatch } from './ask-batch.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { toAnswerLine } from './format/answer-json.js';
import { formatAnswer } from './format/print-answer.js';
import { readLocale } from './locale.js';
import { addSearchOptions, readSearchFlags, type SearchFlags } from './options.js';
import { requireIndex } from './require-index.js';
import { withSamplesIfEmpty } from './sample-library.js';
import { untilAborted } from './until-aborted.js';

const EXAMPLES = `
Each quote stands word for word in the library. Where nothing answers, it says
so; the exit code is 0 all the same. A batch holds one JSON object a line,
{"id": "q1", "text": "…"}; answers come in the same order, as they are found.

Examples:
  quoth ask "When does the regulation take effect?"
  quoth ask "条例何时施行？" --top 5 --explain
  quoth ask --batch questions.jsonl --json > answers.jsonl`;

interface AskFlags extends GlobalFlags, SearchFlags {
  readonly explain?: true;
  readonly batch?: string;
}

/** Adds the command to the program. */
export function addAskCommand(program: Command, context: CliContext): void {
  const command = program
    .command('ask')
    .description('ask the library: quotes with citations, or “not found”')
    .argument('[question...]', 'in any language; quotation marks may be left out');
  addSearchOptions(command)
    .option('--explain', "show each quote's rank and score in every leg of the search")
    .option('--batch <file>', 'answer the questions of a JSON Lines file; - reads stdin')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], _options: unknown, self: Command) => {
      const flags = self.optsWithGlobals<AskFlags>();
      if ((words.length === 0) === (flags.batch === undefined)) {
        throw new AppError(
          'USAGE',
          words.length === 0
            ? 'expected a question or --batch FILE, got neither'
            : 'expected a question or --batch FILE, got both',
          { hint: 'see quoth ask --help' },
        );
      }
      await runAsk(words.join(' '), flags, context);
    });
}

async function runAsk(question: string, flags: AskFlags, context: CliContext): Promise<void> {
  const config = requireIndex(flags, context.readConfig(flags), context.env);
  const layout = {
    width: context.width,
    style: context.style,
    texts: pickTexts(readLocale(context.env)),
  };
  const options = { ...readSearchFlags(flags), ...(flags.explain ? { explain: true } : {}) };
  await context.withApp(config, async (app) => {
    const ask = (text: string) =>
      withSamplesIfEmpty(app, context, { flags, config }, () =>
        untilAborted(app.ask(text, options), context.signal),
      );
    if (flags.batch !== undefined) {
      await answerBatch(flags.batch, context, {
        ask,
        print: (answer, id) =>
          context.print(
            flags.json
              ? toAnswerLine(answer, id)
              : `${context.style.bold(`${id}  ${answer.question}`)}\n${formatAnswer(answer, layout)}\n`,
          ),
      });
      return;
    }
    const answer = await ask(question);
    context.print(flags.json ? toAnswerLine(answer) : formatAnswer(answer, layout));
  });
}
