/** 👍 and 👎 under an answer, as rows of its keyboard: the choice is marked, and 👎 asks for the reason. */
import type { Reason, Vote } from '../domain/feedback.js';
import type { Texts } from '../texts/texts.js';
import { decodePress, type VotePress } from './callback-data.js';
import { button, type Keyboard } from './keyboards.js';

/** Stands before the choice. */
const MARK = '✓ ';

/** What the rows show: nothing chosen yet, a choice, or the reasons to choose from. */
export type VoteState = Vote | 'open' | 'asking';

/** The rows. Under an answer without quotes there is only one thing to say: that it should have some. */
export function buildVoteRows(
  answerId: string,
  options: { readonly state: VoteState; readonly hasQuotes: boolean; readonly texts: Texts },
): Keyboard {
  const { state, hasQuotes, texts } = options;
  const vote = (label: string, what: VotePress, isMarked = false) =>
    button(isMarked ? `${MARK}${label}` : label, { action: 'vote', what, answerId });
  if (state === 'asking') {
    const labels: readonly (readonly [Reason, string])[] = [
      ['wrongPassage', texts.wrongPassageButton],
      ['wrongSource', texts.wrongSourceButton],
      ['missing', texts.missingButton],
      ['other', texts.otherReasonButton],
    ];
    const reasons = labels.map(([reason, label]) => vote(label, reason));
    return [reasons.slice(0, 2), reasons.slice(2)];
  }
  const verdict = state === 'open' ? undefined : state.verdict;
  if (!hasQuotes) return [[vote(texts.shouldBeThereButton, 'missing', verdict === 'bad')]];
  return [
    [
      vote(texts.helpfulButton, 'good', verdict === 'good'),
      vote(texts.notHelpfulButton, 'bad', verdict === 'bad'),
    ],
  ];
}

/** Whether the button with such data is shown as the choice. */
export function isChosen(keyboard: Keyboard, data: string | undefined): boolean {
  return keyboard
    .flat()
    .some(
      (one) => 'callback_data' in one && one.callback_data === data && one.text.startsWith(MARK),
    );
}

/** Puts other rows in the place of the ones that a message shows; all else of its keyboard stays. */
export function replaceVoteRows(keyboard: Keyboard, rows: Keyboard): Keyboard {
  const isVote = (row: Keyboard[number]) =>
    row.some(
      (shown) => 'callback_data' in shown && decodePress(shown.callback_data)?.action === 'vote',
    );
  const first = keyboard.findIndex(isVote);
  if (first < 0) return [...keyboard, ...rows];
  const others = keyboard.filter((row) => !isVote(row));
  return [...others.slice(0, first), ...rows, ...others.slice(first)];
}
