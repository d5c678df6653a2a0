/** Time, passed in so that tests never sleep. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `delayMs`, or at once when `signal` is aborted; never rejects. */
  wait(delayMs: number, signal?: AbortSignal): Promise<void>;
}
