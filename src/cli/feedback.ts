/** `quoth feedback`: what readers say of the answers, in numbers. */
import type { Command } from 'commander';
import { REASONS, type Reason, type VoteCounts } from '../domain/feedback.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { requireIndex } from './require-index.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What counts as recent. */
const RECENT_DAYS = 30;

const EXAMPLES = `
Counts of 👍 and 👎 under answers in Telegram, and of the reasons for 👎: over
the year that they are kept, and over the last ${RECENT_DAYS} days.

Examples:
  quoth feedback
  quoth feedback --json`;

const LABELS: Readonly<Record<Reason, string>> = {
  wrongPassage: 'wrong passage',
  wrongSource: 'wrong source',
  missing: 'not found although it is there',
  other: 'another reason',
};

/** Adds the command to the program. */
export function addFeedbackCommand(program: Command, context: CliContext): void {
  program
    .command('feedback')
    .description('count what readers say of the answers')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags>();
      const config = requireIndex(flags, context.readConfig(flags), context.env);
      await context.withApp(config, async (app) => {
        const all = await app.feedback.count();
        const recent = await app.feedback.count(Date.now() - RECENT_DAYS * DAY_MS);
        if (flags.json) context.print(JSON.stringify({ all, recent, recentDays: RECENT_DAYS }));
        else for (const line of formatCounts(all, recent)) context.print(line);
      });
    });
}

function formatCounts(all: VoteCounts, recent: VoteCounts): readonly string[] {
  const rows: readonly (readonly [string, number, number])[] = [
    ['👍 helpful', all.good, recent.good],
    ['👎 not helpful', all.bad, recent.bad],
    ...REASONS.map(
      (reason) => [`   ${LABELS[reason]}`, all.reasons[reason], recent.reasons[reason]] as const,
    ),
  ];
  const head = `${' '.repeat(36)}${'all'.padStart(8)}${`${RECENT_DAYS} days`.padStart(10)}`;
  return [
    head,
    ...rows.map(
      ([label, total, late]) =>
        `${label.padEnd(36)}${String(total).padStart(8)}${String(late).padStart(10)}`,
    ),
  ];
}
