/** What `quoth bot --check` asks of Telegram before the bot goes live. It only reads: nothing is set, no update is taken. */
import { Api, GrammyError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { AppError } from '../errors.js';
import type { HealthCheck, HealthProbe } from '../health.js';
import { createOnce } from '../once.js';
import { isShown, listProfileParts } from './set-profile.js';

/** A check is not worth a longer wait. */
const TIMEOUT_SECONDS = 10;
/** A failure of a webhook that is older has been got over. */
const RECENT_SECONDS = 3600;

type Finding = Omit<HealthCheck, 'name'>;

/** Creates the probes. The first one is about the token; without it the others find nothing out, and say so. */
export function createBotProbes(options: {
  /** Empty: a fault. */
  readonly token: string;
  readonly apiRoot: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The address that the configuration has Telegram send updates to. @default none, the bot polls */
  readonly webhookUrl?: string | undefined;
}): readonly HealthProbe[] {
  const { token, apiRoot, now, webhookUrl } = options;
  const ask = async <Result>(call: (api: Api) => Promise<Result>): Promise<Result> => {
    if (token === '') {
      throw new AppError('BOT_TOKEN_MISSING', 'expected a token in BOT_TOKEN, got none');
    }
    try {
      return await call(new Api(token, { apiRoot, timeoutSeconds: TIMEOUT_SECONDS }));
    } catch (thrown) {
      throw explain(thrown, apiRoot);
    }
  };
  const readMe = createOnce(() => ask((api) => api.getMe()));
  const withMe = (run: (me: UserFromGetMe) => Finding | Promise<Finding>) => async () => {
    const me = await readMe().catch(() => undefined);
    if (me !== undefined) return run(me);
    return { state: 'warning' as const, finding: 'not checked: see token' };
  };
  return [
    {
      name: 'token',
      run: async () => {
        const { username, id } = await readMe();
        return { state: 'ok', finding: `@${username}, id ${id}` };
      },
    },
    {
      name: 'webhook',
      run: withMe(() => ask((api) => checkWebhook(api, { now: now(), wanted: webhookUrl }))),
    },
    { name: 'commands', run: withMe(() => ask(checkProfile)) },
    { name: 'groups', run: withMe(checkGroups) },
    { name: 'privacy mode', run: withMe(checkPrivacyMode) },
    { name: 'inline mode', run: withMe(checkInlineMode) },
  ];
}

async function checkWebhook(
  api: Api,
  { now, wanted }: { readonly now: number; readonly wanted: string | undefined },
): Promise<Finding> {
  const info = await api.getWebhookInfo();
  const waiting = `${info.pending_update_count} updates wait`;
  if (!info.url) {
    const finding = wanted === undefined ? 'none, the bot polls' : 'not set yet';
    return { state: 'ok', finding: `${finding}; ${waiting}` };
  }
  // The path of a webhook's address is often its secret.
  const host = new URL(info.url).host;
  const age = now / 1000 - (info.last_error_date ?? 0);
  const failure = age < RECENT_SECONDS ? `; it failed lately: ${info.last_error_message}` : '';
  const finding = `updates go to ${host}; ${waiting}${failure}`;
  if (info.url === wanted) {
    if (failure === '') return { state: 'ok', finding };
    return { state: 'warning', finding, mend: 'look at the proxy in front of QUOTH_WEBHOOK_PORT' };
  }
  const instead = wanted === undefined ? 'polls, and takes the webhook away' : 'sets its own';
  return {
    state: 'warning',
    finding,
    mend: `make sure that nothing is in use at ${host}: the bot ${instead}`,
  };
}

/** Compares what Telegram shows with what this version would set. */
async function checkProfile(api: Api): Promise<Finding> {
  const parts = listProfileParts();
  const languages = [...new Set(parts.map(({ language }) => language))].join(', ');
  const differing: string[] = [];
  for (const part of parts) {
    const { language } = part;
    if (!differing.includes(language) && !(await isShown(part, api))) differing.push(language);
  }
  if (differing.length === 0) {
    return { state: 'ok', finding: `commands and descriptions are set: ${languages}` };
  }
  return {
    state: 'warning',
    finding: `not those of this version yet: ${differing.join(', ')}`,
    mend: 'quoth bot (they are set at its start)',
  };
}

function checkGroups(me: UserFromGetMe): Finding {
  if (me.can_join_groups) return { state: 'ok', finding: 'the bot can be added to groups' };
  return {
    state: 'warning',
    finding: 'the bot cannot be added to groups',
    mend: '@BotFather, /setjoingroups, Enable; or leave it, for private chats only',
  };
}

function checkPrivacyMode(me: UserFromGetMe): Finding {
  if (!me.can_read_all_group_messages) {
    return { state: 'ok', finding: 'on: of a group only what is meant for the bot is sent to it' };
  }
  return {
    state: 'warning',
    finding: 'off: Telegram sends the bot every message of its groups, and it needs none of them',
    mend: '@BotFather, /setprivacy, Enable; then add the bot to its groups again',
  };
}

function checkInlineMode(me: UserFromGetMe): Finding {
  if (me.supports_inline_queries) return { state: 'ok', finding: 'on' };
  return {
    state: 'warning',
    finding: 'off: readers cannot ask from other chats',
    mend: '@BotFather, /setinline',
  };
}

/** The raw error holds the token: only what may be shown is taken over. */
function explain(thrown: unknown, apiRoot: string): AppError {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof GrammyError)) {
    return new AppError('TELEGRAM_UNREACHABLE', `${apiRoot} gave no answer`, {
      hint: 'check the network and QUOTH_API_ROOT, then try again',
    });
  }
  const { error_code: code, description } = thrown;
  if (code === 401 || code === 404) {
    return new AppError('BOT_TOKEN_INVALID', 'Telegram does not know the token in BOT_TOKEN');
  }
  return new AppError('TELEGRAM_UNREACHABLE', `${apiRoot} answered ${code}: ${description}`);
}
