/** Puts the program together only to look it over: what `quoth doctor` and `quoth bot --check` have in common. */
import type { App } from '../app.js';
import type { Config } from '../config.js';
import { AppError, type ErrorCode } from '../errors.js';
import type { HealthCheck, HealthReport } from '../health.js';
import type { CliContext } from './cli-context.js';
import { untilAborted } from './until-aborted.js';

/** Codes that say nothing about the health of the library. */
const UNEXPECTED: ReadonlySet<ErrorCode> = new Set(['INTERNAL', 'INTERRUPTED']);

/** A program that cannot even be put together is a finding too. */
export async function findHealth(
  config: Config,
  context: CliContext,
  check: (app: App) => Promise<HealthReport>,
): Promise<HealthReport> {
  try {
    const report = await context.withApp(config, (app) => untilAborted(check(app), context.signal));
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

/** The hint of an error may say `run:`; a report names the command alone. */
function dropRun(check: HealthCheck): HealthCheck {
  return check.mend === undefined ? check : { ...check, mend: check.mend.replace(/^run: /, '') };
}
