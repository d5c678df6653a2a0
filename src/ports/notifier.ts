/** Brings alerts to a reader. Sends each message once and says what is known about it; whether to try again is not its business. */
import type { AlertView, Subscriber } from '../domain/topic.js';

/** One message. */
export interface AlertMessage {
  readonly subscriber: Subscriber;
  /** Not empty, oldest first; more than one: a digest. */
  readonly alerts: readonly AlertView[];
  /** Why several alerts come in one message. */
  readonly reason: 'instant' | 'digest' | 'flood';
  readonly isSilent: boolean;
}

/**
 * What is known after an attempt.
 * - `flooded`: refused for now, nothing was sent; the whole lane has to wait;
 * - `ambiguous`: the connection broke off or the server failed; it may have been sent;
 * - `notSent`: the server was never reached;
 * - `moved`: the chat has another id now, nothing was sent;
 * - `threadGone`: the forum topic was deleted, nothing was sent;
 * - `unreachable`: this chat cannot be written to any more;
 * - `refused`: the message itself was refused.
 */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: number }
  | { readonly kind: 'flooded'; readonly retryAfterMs: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'notSent' }
  | { readonly kind: 'moved'; readonly chatId: number }
  | { readonly kind: 'threadGone' }
  | {
      readonly kind: 'unreachable';
      /** `erased`: the reader's account is no more, and what is kept of it is to be removed. */
      readonly state: 'blocked' | 'gone' | 'erased';
      readonly reason: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

export interface Notifier {
  /** Sends one message. Never throws for what the other side did. */
  send(message: AlertMessage): Promise<SendOutcome>;
}
