/** What every command is given: the streams, the settings, and the program itself for as long as it is needed. */
import type { App } from '../app.js';
import { type Config, loadConfig } from '../config.js';
import type { CliParts } from './cli-parts.js';
import { chooseStyle, type Style } from './format/style.js';

/** Any readable stream, as far as the CLI looks at it. */
export type InputStream = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** Any writable stream, as far as the CLI looks at it. */
export type OutputStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** Where a run of the CLI takes place. */
export interface CliSurroundings {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Adds what a `.env` file says to `env`. @throws AppError CONFIG_INVALID */
  loadEnvFile(): void;
  /** Folder of the package, with `package.json`, `samples/` and `models/`. */
  readonly packageRoot: string;
  /** Aborts at the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** Nobody reads stdout any more (`| head`). */
  isOutputClosed(): boolean;
}

/** Options that every command takes. */
export interface GlobalFlags {
  readonly index?: string;
  readonly json?: true;
}

/** Thrown by `print` when nobody reads stdout any more; ends the command quietly. */
export class OutputClosedError extends Error {}

/** What a command works with. */
export interface CliContext extends CliSurroundings {
  readonly parts: CliParts;
  /** Columns that human output may take: the terminal's, 80 where there is none, at most 100. */
  readonly width: number;
  readonly style: Style;
  readonly errorStyle: Style;
  /** Writes a line (or several) to stdout. @throws OutputClosedError */
  print(text: string): void;
  /** Writes a line (or several) to stderr. */
  note(text: string): void;
  /** Makes the run end with this exit code, or a worse one, without stopping it. */
  fail(exitCode: 1 | 2): void;
  /** 0 unless something called `fail`. */
  readExitCode(): 0 | 1 | 2;
  /** The settings, with `--index` in place. @throws AppError CONFIG_INVALID */
  readConfig(flags: GlobalFlags): Config;
  /** Runs `use` with the program, and closes it afterwards whatever happens. */
  withApp<T>(config: Config, use: (app: App) => Promise<T>): Promise<T>;
}

/** Puts the context of one run together. */
export function createCliContext(surroundings: CliSurroundings, parts: CliParts): CliContext {
  const { stdout, stderr, env } = surroundings;
  let exitCode: 0 | 1 | 2 = 0;
  return {
    ...surroundings,
    parts,
    get width() {
      return Math.min(100, Math.max(20, stdout.columns || 80));
    },
    style: chooseStyle(stdout.isTTY === true, env),
    errorStyle: chooseStyle(stderr.isTTY === true, env),
    print(text) {
      if (surroundings.isOutputClosed()) throw new OutputClosedError();
      stdout.write(`${text}\n`);
    },
    note: (text) => void stderr.write(`${text}\n`),
    fail(code) {
      if (code > exitCode) exitCode = code;
    },
    readExitCode: () => exitCode,
    readConfig(flags) {
      surroundings.loadEnvFile();
      const config = loadConfig(env);
      return flags.index === undefined ? config : { ...config, indexDir: flags.index };
    },
    async withApp(config, use) {
      const app = await parts.createApp(config);
      try {
        return await use(app);
      } finally {
        await app.close();
      }
    },
  };
}
