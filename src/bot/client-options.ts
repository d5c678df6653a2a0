/** How calls to Telegram go over the network. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { ApiClientOptions } from 'grammy';

const CALLS = {
  /** Longer than the 30 s that a poll is held. */
  timeoutSeconds: 60,
  /**
   * A connection that has rested for longer is not used again: servers close them, many after five seconds, and a message
   * that is sent at that moment may or may not arrive.
   */
  restMs: 3000,
} as const;

/** @param apiRoot Bot API server, without a slash at the end */
export function createClientOptions(apiRoot: string): ApiClientOptions {
  const Agent = apiRoot.startsWith('https:') ? HttpsAgent : HttpAgent;
  const agent = new Agent({ keepAlive: true, timeout: CALLS.restMs });
  return {
    apiRoot,
    timeoutSeconds: CALLS.timeoutSeconds,
    baseFetchConfig: { agent, compress: true },
  };
}
