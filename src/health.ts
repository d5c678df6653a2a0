/** What `quoth doctor` finds out: each probe looks at one thing and says what is wrong and which command mends it. */
import { toAppError } from './errors.js';

export interface HealthCheck {
  /** `versions`, `model`, `library`, `consistency`, `vectors`, `disk`, … */
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'fault';
  /** One line: what was found, with figures. */
  readonly finding: string;
  /** The command that mends it, when something is wrong. */
  readonly mend?: string;
}

export interface HealthReport {
  readonly checks: readonly HealthCheck[];
  /** No fault among the checks. */
  readonly healthy: boolean;
}

/** Looks at one thing. What it throws is a fault whose hint says what to do. */
export interface HealthProbe {
  readonly name: string;
  readonly run: () => Promise<Omit<HealthCheck, 'name'>>;
}

/** Runs all probes, one after the other; none stops the others. */
export async function checkHealth(probes: readonly HealthProbe[]): Promise<HealthReport> {
  const checks: HealthCheck[] = [];
  for (const { name, run } of probes) {
    checks.push({
      name,
      ...(await run().catch((thrown: unknown) => {
        const error = toAppError(thrown);
        return { state: 'fault' as const, finding: error.message, mend: error.hint };
      })),
    });
  }
  return { checks, healthy: checks.every(({ state }) => state !== 'fault') };
}
