/** What is said of topics, alerts and their settings. How to add a text: see `../texts.ts`. */
import { fixed, onTheHour } from './variables.js';

export const ALERT_TEXTS = {
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
  privacy: fixed,
  sureToForget: fixed,
  forgotten: fixed,
  /** For the keeper. */
  status: (facts: {
    articles: number;
    topics: number;
    waiting: number;
    oldestMinutes: number;
    sent: number;
    dead: number;
    unknown: number;
  }) => facts,
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
} as const;
