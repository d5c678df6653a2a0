/**
 * Does jobs in a thread of its own, one after the other, each in so much time and memory at most: a text made to keep a
 * parser busy, or to fill the memory, costs a few seconds of one core and nobody's answer.
 */
import type { Worker } from 'node:worker_threads';
import type { JobReply } from './answer-jobs.js';
import { AppError, toAppError } from './errors.js';
import { startThread } from './start-thread.js';

/** Bounds of a thread. */
export interface JobLimits {
  /** Without a sign of life from the job; see `answerJobs`. */
  readonly timeoutMs: number;
  /** Of its heap. */
  readonly maxMemoryMb: number;
  /** By how much the whole process may grow while a job runs: buffers are not part of a heap. */
  readonly maxGrowthMb: number;
  /** A thread without work ends after so long. */
  readonly idleMs: number;
}

export interface JobThread<Job> {
  /**
   * Does a job, after those that were given before.
   * @param transfer buffers that the job takes along
   * @throws AppError of the job; INTERNAL `the text was too much for its parser` when a bound was reached
   */
  run(job: Job, transfer?: readonly ArrayBuffer[]): Promise<unknown>;
}

/** How often the memory is looked at. A parser fills some 20 MB meanwhile. */
const WATCH_MS = 50;
const MEGABYTE = 1024 * 1024;

/**
 * Creates a thread of `module`, which calls `answerJobs`. It starts with the first job and never keeps the process alive.
 *
 * @param importer `import.meta.url` of a file beside `module`
 */
export function createJobThread<Job>(
  importer: string,
  module: string,
  { timeoutMs, maxMemoryMb, maxGrowthMb, idleMs }: JobLimits,
): JobThread<Job> {
  let thread: Promise<Worker> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const open = (): Promise<Worker> => {
    if (thread !== undefined) return thread;
    const opening = new Promise<Worker>((resolve, reject) => {
      const worker = startThread(importer, module, {
        resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
        // What a parser has to say of a text is for nobody's eyes.
        stdout: true,
        stderr: true,
      });
      worker.stdout.resume();
      worker.stderr.resume();
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

  const run = async (job: Job, transfer: readonly ArrayBuffer[]): Promise<unknown> => {
    clearTimeout(idle);
    const worker = await open();
    worker.ref();
    try {
      return await awaitReply(worker, () => worker.postMessage(job, transfer), {
        timeoutMs,
        maxGrowthMb,
      });
    } catch (error) {
      // A thread that is still at it cannot be used for anything else.
      if (toAppError(error).code === 'INTERNAL') await close();
      throw error;
    } finally {
      worker.unref();
      idle = setTimeout(() => void close(), idleMs).unref();
    }
  };

  return {
    run(job, transfer = []) {
      const next = last.then(() => run(job, transfer));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** Waits for the reply to one job. @throws AppError */
async function awaitReply(
  worker: Worker,
  post: () => void,
  { timeoutMs, maxGrowthMb }: Pick<JobLimits, 'timeoutMs' | 'maxGrowthMb'>,
): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  const stop = new AbortController();
  try {
    const reply = await new Promise<Exclude<JobReply, string>>((resolve, reject) => {
      const end = (): void => {
        reject(new AppError('INTERNAL', 'the text was too much for its parser'));
      };
      const restart = (): void => {
        clearTimeout(timer);
        timer = setTimeout(end, timeoutMs);
      };
      const hear = (message: JobReply): void => {
        if (typeof message === 'string') restart();
        else resolve(message);
      };
      const most = process.memoryUsage.rss() + maxGrowthMb * MEGABYTE;
      watch = setInterval(() => process.memoryUsage.rss() > most && end(), WATCH_MS);
      worker.on('message', hear).once('error', end).once('exit', end);
      stop.signal.addEventListener('abort', () => {
        worker.off('message', hear).off('error', end).off('exit', end);
      });
      restart();
      post();
    });
    if ('failure' in reply) {
      const { code, message, hint } = reply.failure;
      throw new AppError(code, message, { hint });
    }
    return reply.result;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    stop.abort();
  }
}
