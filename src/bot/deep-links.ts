/**
 * Links that open the bot at a place: `t.me/<bot>?start=…`. What stands behind `start=` is at most 64 characters
 * `[A-Za-z0-9_-]` (core.telegram.org/bots/features#deep-linking), and comes back as the text behind `/start`.
 */

/** Where a link leads. */
export type LinkTarget =
  /** One quote, for everybody who has the link. */
  | { readonly kind: 'quote'; readonly key: string }
  /** All quotes of an answer that was given in a group. */
  | { readonly kind: 'answer'; readonly answerId: string };

const PREFIXES = { quote: 'c_', answer: 'a_' } as const;
/** What is shared beside a link: enough to know what it is about. */
const MAX_SHARED_TEXT = 120;

/** The address that opens the bot there. */
export function makeLink(username: string, target: LinkTarget): string {
  const value = target.kind === 'quote' ? target.key : target.answerId;
  return `https://t.me/${username}?start=${PREFIXES[target.kind]}${value}`;
}

/** The address that lets a reader choose a chat to send a link to. */
export function makeShareLink(link: string, text: string): string {
  const shared = [...text].slice(0, MAX_SHARED_TEXT).join('');
  return `https://t.me/share/url?url=${encodeURIComponent(link)}&text=${encodeURIComponent(shared)}`;
}

/** Where somebody comes from who sends `/start` with a payload; `undefined` when it is none of ours. */
export function readLinkTarget(payload: string): LinkTarget | undefined {
  const value = payload.trim();
  const rest = value.slice(2);
  if (value.startsWith(PREFIXES.quote)) return { kind: 'quote', key: rest };
  if (value.startsWith(PREFIXES.answer)) return { kind: 'answer', answerId: rest };
  return undefined;
}
