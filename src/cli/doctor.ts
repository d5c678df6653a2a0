/** `quoth doctor`: what is wrong, and which command mends it. */
import type { Command } from 'commander';
import type { Config } from '../config.js';
import { AppError, type ErrorCode } from '../errors.js';
import type { HealthCheck, HealthReport } from '../health.js';
import type { RepairReport } from '../upkeep.js';
import type { CliContext, GlobalFlags } from './cli-context.js';
import { displayWidth } from './format/display-width.js';
import type { Style } from './format/style.js';
import { wrapLines } from './format/wrap-text.js';
import { findMissingIndex } from './require-index.js';
import { untilAborted } from './until-aborted.js';

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

/** Codes that say nothing about the health of the library. */
const UNEXPECTED: ReadonlySet<ErrorCode> = new Set(['INTERNAL', 'INTERRUPTED']);

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
      const report = reportMissing(await findHealth(config, context), missing);
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

/** A program that cannot even be put together is a finding too. */
async function findHealth(config: Config, context: CliContext): Promise<HealthReport> {
  try {
    const report = await context.withApp(config, (app) =>
      untilAborted(app.checkHealth(), context.signal),
    );
    return { ...report, checks: report.checks.map(dropRun) };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || UNEXPECTED.has(thrown.code)) throw thrown;
    const { code, message, hint } = thrown;
    return {
      checks: [dropRun({ name: code, state: 'fault', finding: message, mend: hint })],
      healthy: false,
    };
  }
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

/** The hint of an error may say `run:`; a report names the command alone. */
function dropRun(check: HealthCheck): HealthCheck {
  return check.mend === undefined ? check : { ...check, mend: check.mend.replace(/^run: /, '') };
}

/** Lays out a report: one line a check, the mending command below what is wrong. */
function formatHealth(
  report: HealthReport,
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const nameWidth = Math.max(0, ...report.checks.map((check) => displayWidth(check.name)));
  const marks = {
    ok: style.green('ok     '),
    warning: style.yellow('warning'),
    fault: style.red('FAULT  '),
  };
  const indent = ' '.repeat('warning'.length + nameWidth + 4);
  const lines = report.checks.flatMap((check) => {
    const [first = '', ...rest] = wrapLines(check.finding, Math.max(20, width - indent.length));
    return [
      `${marks[check.state]}  ${check.name.padEnd(nameWidth)}  ${first}`,
      ...rest.map((line) => indent + line),
      ...(check.mend === undefined ? [] : [`${indent}to mend it: ${style.bold(check.mend)}`]),
    ];
  });
  const count = (state: string) => report.checks.filter((check) => check.state === state).length;
  const verdict = report.healthy
    ? count('warning') === 0
      ? 'All is well.'
      : 'No faults.'
    : 'Something is at fault: see above.';
  return [...lines, '', verdict].join('\n');
}
