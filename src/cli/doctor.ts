/** `quoth doctor`: what is wrong, and which command mends it. */
import type { Command } from 'commander';
import type { AppError } from '../errors.js';
import type { HealthReport } from '../health.js';
import type { RepairReport } from '../upkeep.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { findHealth } from './find-health.js';
import { formatHealth } from './format/print-health.js';
import { findMissingIndex } from './require-index.js';

const EXAMPLES = `
Looks at the model, the index, their consistency, the disk and the versions.
The exit code is 1 when there is a fault, or when something was lost.

With --repair: what is derived (vector index, lexical index, manifest) is made
anew, what is torn is brought into agreement. Of a damaged library all that can
be read goes into a new one; the damaged file is kept, and what was lost is named.

Examples:
  quoth doctor
  quoth doctor --repair
  quoth doctor --index /srv/quoth/index --json`;

/** Adds the command to the program. */
export function addDoctorCommand(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('check the model, the index and the machine')
    .option('--repair', 'mend what is damaged, then check')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.optsWithGlobals<GlobalFlags & { readonly repair?: true }>();
      const config = context.readConfig(flags);
      const missing = findMissingIndex(flags, config, context.env);
      const repair =
        flags.repair && missing === undefined
          ? await context.withApp(config, (app) => app.upkeep.repair())
          : undefined;
      if (repair !== undefined && !flags.json) context.print(`${formatRepair(repair)}\n`);
      const report = reportMissing(
        await findHealth(config, context, (app) => app.checkHealth()),
        missing,
      );
      context.print(
        flags.json ? JSON.stringify({ ...report, repair }) : formatHealth(report, context),
      );
      if (repair !== undefined && repair.lost.length > 0) context.fail(1);
      if (!report.healthy) context.fail(1);
    });
}

/** What a repair has done, one line each. */
function formatRepair({ mended, lost, keptAside }: RepairReport): string {
  if (mended.length + lost.length === 0) return 'There was nothing to mend.';
  return [
    ...mended.map((line) => `mended  ${line}`),
    ...lost.map((line) => `lost    ${line}`),
    ...(lost.length === 0
      ? []
      : ['to get it back: quoth ingest PATH… of the documents, or quoth restore FILE']),
    ...(keptAside === undefined ? [] : [`the damaged file is kept: ${keptAside}`]),
  ].join('\n');
}

/** An index that was named and is not there is a fault; one that is only not made yet is none. */
function reportMissing(report: HealthReport, missing: AppError | undefined): HealthReport {
  if (missing === undefined) return report;
  const { message: finding, hint: mend } = missing;
  return {
    healthy: false,
    checks: report.checks.map((check) =>
      check.name === 'library' ? { name: check.name, state: 'fault', finding, mend } : check,
    ),
  };
}
