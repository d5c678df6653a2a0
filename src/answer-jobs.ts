/** The thread's side of `job-thread.ts`: takes jobs, answers each, and reaches no network. */
import { Socket as DatagramSocket } from 'node:dgram';
import { Socket } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { AppError, type ErrorCode, toAppError } from './errors.js';

/** `ready` comes once, first; `alive` while a job gets on; then one reply a job. */
export type JobReply =
  | 'ready'
  | 'alive'
  | { readonly result: unknown }
  | {
      readonly failure: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly hint: string;
      };
    };

/** Tells that the job at hand gets on: its time begins anew. For jobs of many steps. */
export function tellAlive(): void {
  parentPort?.postMessage('alive' satisfies JobReply);
}

/** Answers the jobs that this thread is sent, one after the other. @throws AppError when it runs in no thread */
export function answerJobs<Job>(work: (job: Job) => unknown): void {
  const port = parentPort;
  if (port === null) throw new AppError('INTERNAL', 'expected to run as a worker thread');
  closeNetwork();
  port.on('message', async (job: Job) => {
    let reply: JobReply;
    try {
      reply = { result: await work(job) };
    } catch (thrown) {
      const { code, message, hint } = toAppError(thrown);
      reply = { failure: { code, message, hint } };
    }
    port.postMessage(reply);
  });
  port.postMessage('ready' satisfies JobReply);
}

/** Takes away what every connection of Node begins with; only of this thread. */
function closeNetwork(): void {
  const refuse = (): never => {
    throw new AppError('ADDRESS_FORBIDDEN', 'a parser asked for the network');
  };
  Socket.prototype.connect = refuse;
  DatagramSocket.prototype.send = refuse;
  DatagramSocket.prototype.connect = refuse;
}
