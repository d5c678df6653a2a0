/**
 * Takes texts from the web apart in a thread of its own, one after the other, each for so long at most: a page made to
 * keep a parser busy costs a few seconds of one core, and nobody's answer.
 */
import type { Worker } from 'node:worker_threads';
import { AppError } from '../../errors.js';
import { startThread } from '../../start-thread.js';
import type { ParseJob, ParseReply, ParseResults } from './parse-jobs.js';

/** Bounds of the thread. */
export interface ParserLimits {
  /** Of one text; a feed of 5 MB takes some 100 ms. */
  readonly timeoutMs: number;
  readonly maxMemoryMb: number;
  /** A thread without work ends after so long. */
  readonly idleMs: number;
}

const PARSER_LIMITS: ParserLimits = { timeoutMs: 20_000, maxMemoryMb: 512, idleMs: 30_000 };

export interface Parser {
  /**
   * Takes a text apart.
   * @throws AppError of the parser; INTERNAL when the text was too much for it
   */
  parse<Kind extends ParseJob['kind']>(
    job: ParseJob & { readonly kind: Kind },
  ): Promise<ParseResults[Kind]>;
}

/** Creates a parser; its thread starts with the first text and never keeps the process alive. */
export function createParser(limits: Partial<ParserLimits> = {}): Parser {
  const { timeoutMs, maxMemoryMb, idleMs } = { ...PARSER_LIMITS, ...limits };
  let thread: Promise<Worker> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const open = (): Promise<Worker> => {
    if (thread !== undefined) return thread;
    const opening = new Promise<Worker>((resolve, reject) => {
      const worker = startThread(import.meta.url, 'parse-thread', {
        resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
      });
      const fail = (error?: unknown): void => {
        if (thread === opening) thread = undefined;
        reject(error ?? new Error('the thread ended'));
      };
      worker
        .once('message', () => resolve(worker))
        .on('error', fail)
        .on('exit', () => fail());
    });
    thread = opening;
    return opening;
  };
  const close = async (): Promise<void> => {
    const open = thread;
    thread = undefined;
    await (await open)?.terminate();
  };

  const run = async (job: ParseJob): Promise<unknown> => {
    clearTimeout(idle);
    const worker = await open();
    worker.ref();
    let timer: NodeJS.Timeout | undefined;
    const stop = new AbortController();
    try {
      const reply = await new Promise<ParseReply>((resolve, reject) => {
        const end = () => reject(new AppError('INTERNAL', 'the text was too much for its parser'));
        timer = setTimeout(end, timeoutMs);
        worker.once('message', resolve).once('error', end).once('exit', end);
        stop.signal.addEventListener('abort', () => {
          worker.off('message', resolve).off('error', end).off('exit', end);
        });
        worker.postMessage(job);
      });
      if (typeof reply === 'object' && 'failure' in reply) {
        throw new AppError(reply.failure.code, reply.failure.message);
      }
      return typeof reply === 'object' ? reply.result : undefined;
    } catch (error) {
      // A thread that is still at it cannot be used for anything else.
      if (error instanceof AppError && error.code === 'INTERNAL') await close();
      throw error;
    } finally {
      clearTimeout(timer);
      stop.abort();
      worker.unref();
      idle = setTimeout(() => void close(), idleMs).unref();
    }
  };

  return {
    parse(job) {
      const next = last.then(() => run(job));
      last = next.catch(() => undefined);
      return next as Promise<never>;
    },
  };
}
