/** Lets Ctrl-C end the waiting for work that cannot be stopped itself. */
import { AppError } from '../errors.js';

/**
 * Waits for `work`, but no longer than until `signal` aborts; what `work` comes to afterwards is not looked at.
 *
 * @throws AppError INTERRUPTED
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stopListening = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () =>
      reject(
        new AppError('INTERRUPTED', 'stopped before the end', {
          hint: 'run the same command again',
        }),
      );
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    stopListening = () => signal.removeEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stopListening();
  }
}
