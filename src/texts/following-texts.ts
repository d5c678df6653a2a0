/** What Quoth says to followers of topics and to keepers: a part of the table in `texts.ts`. */
import { fixed, onTheHour } from './fill.js';

export const FOLLOWING_TEXTS = {
  // Feeds, for keepers only.
  feedHelp: fixed,
  feedNone: fixed,
  feedAdded: (title: string, entries: number) => ({ title, entries }),
  feedAlreadyThere: (title: string) => ({ title }),
  /** A channel that was named with `/feed add`. */
  channelAdded: (name: string) => ({ name }),
  /** A channel that the keeper has made the bot an admin of. */
  channelAllowed: (title: string) => ({ title }),
  channelForgotten: (title: string) => ({ title }),
  feedRemoved: (title: string) => ({ title }),
  feedUnknown: fixed,
  /** How a feed fares: what comes after its address. */
  feedWell: (when: string) => ({ when }),
  feedNotPulled: fixed,
  feedFailing: (times: number) => ({ times }),
  feedIsChannel: fixed,
  /** Why a feed could not be added, or fails. */
  feedBadAddress: fixed,
  feedForbidden: fixed,
  feedUnreachable: fixed,
  feedRefused: fixed,
  feedRedirects: fixed,
  feedTooLarge: fixed,
  feedInvalid: fixed,
  feedUnsafe: fixed,
  /** The page that was given names a feed of its own. */
  feedSuggestion: (address: string) => ({ address }),

  // Files and links that a keeper sends.
  deliveryReading: (name: string) => ({ name }),
  deliveryProgress: (name: string, done: number, total: number) => ({ name, done, total }),
  deliveryDone: (name: string, count: number) => ({ name, count }),
  /** Documents that are in the library already. */
  deliveryKnown: (count: number) => ({ count }),
  /** The reason follows. */
  deliveryFailed: (name: string) => ({ name }),
  deliveryTooLarge: (megabytes: number) => ({ megabytes }),
  deliveryUndone: (count: number) => ({ count }),
  undoButton: fixed,
  detailsButton: fixed,
  /** Where a document was split into several. */
  wholeButton: fixed,
  fixHelp: fixed,
  /** The articles of the document follow. */
  fixDone: fixed,
  fixFailed: fixed,

  // Topics and alerts.
  followHow: fixed,
  topicTooShort: fixed,
  topicTooLong: (limit: number) => ({ limit }),
  topicTooWide: (fired: number, articles: number) => ({ fired, articles }),
  tooManyTopics: (limit: number) => ({ limit }),
  alreadyFollowed: (name: string) => ({ name }),
  adminsOnly: fixed,
  backTest: (words: string, fired: number, articles: number) => ({ words, fired, articles }),
  nothingNear: fixed,
  bestSoFar: fixed,
  nowFollowing: (name: string) => ({ name }),
  noTopics: fixed,
  yourTopics: (count: number) => ({ count }),
  /** The words of a topic that has another name. */
  topicWords: (words: string) => ({ words }),
  topicActive: fixed,
  topicPaused: fixed,
  topicMuted: fixed,
  topicStrictness: (strictness: number) => ({ strictness }),
  askName: (name: string) => ({ name }),
  renamed: (name: string) => ({ name }),
  sureToDelete: (name: string) => ({ name }),
  deleted: (name: string) => ({ name }),
  /** The line over an alert. */
  alertOn: (topic: string) => ({ topic }),
  digestOf: (count: number) => ({ count }),
  floodOf: (count: number) => ({ count }),
  moreLikeThis: fixed,
  lessLikeThis: fixed,
  settings: (facts: { timing: string; zone: string; quiet: string; sound: string }) => facts,
  timingInstant: fixed,
  timingDaily: (hour: number) => ({ time: onTheHour(hour) }),
  timingWeekly: (hour: number) => ({ time: onTheHour(hour) }),
  noQuiet: fixed,
  quietHours: (from: number, to: number) => ({ from: onTheHour(from), to: onTheHour(to) }),
  soundOn: fixed,
  soundOff: fixed,
  askZone: fixed,
  /** What is kept of readers, and for how many days. */
  privacy: (days: number) => ({ days }),
  sureToForget: fixed,
  forgotten: fixed,

  // How things stand, for the keeper: one line each, or several.
  statusLibrary: (counts: { documents: number; articles: number; passages: number }) => counts,
  statusReady: fixed,
  /** The code of an error, and what to do. */
  statusNotReady: (code: string, hint: string) => ({ code, hint }),
  /** Questions that run or wait, and when Telegram last answered a poll. */
  statusBot: (facts: { questions: number; oldestSeconds: number; pollSeconds: number }) => facts,
  /** Updates in the inbox, and those of two days that were not answered, by reason. */
  statusInbox: (facts: {
    waiting: number;
    oldestSeconds: number;
    running: number;
    expired: number;
    refused: number;
    failed: number;
    unsure: number;
    attempts: number;
  }) => facts,
  statusAlerts: (facts: {
    topics: number;
    waiting: number;
    oldestMinutes: number;
    sent: number;
    dead: number;
    unknown: number;
    ambiguous: number;
  }) => facts,
  /** Those that fail are listed below. */
  statusFeeds: (feeds: number, failing: number) => ({ feeds, failing }),
  followButton: fixed,
  startButton: fixed,
  cancelButton: fixed,
  stricterButton: fixed,
  looserButton: fixed,
  pauseButton: fixed,
  resumeButton: fixed,
  muteButton: fixed,
  unmuteButton: fixed,
  renameButton: fixed,
  deleteButton: fixed,
  keepButton: fixed,
  unfollowButton: fixed,
  goodButton: fixed,
  badButton: fixed,
  contextPlainButton: fixed,
  timingButton: fixed,
  hourButton: fixed,
  quietButton: fixed,
  zoneButton: fixed,
  soundButton: fixed,
  followCommand: fixed,
  traceCommand: fixed,
  topicsCommand: fixed,
  settingsCommand: fixed,
  privacyCommand: fixed,
  deleteMeCommand: fixed,

  /** A topic that is followed already in other words. */
  similarTopic: (words: string, name: string) => ({ words, name }),
  merged: (name: string) => ({ name }),
  /** A channel that a command names, and that the bot is no admin of. */
  channelUnknown: (name: string) => ({ name }),
  keepBothButton: fixed,
  mergeButton: fixed,

  /** Tells how many alerts are on their way after a pause. */
  caughtUp: (count: number) => ({ count }),
  catchUpButton: fixed,
  /** For the keeper, below `status`. */
} as const;
