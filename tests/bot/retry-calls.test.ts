/** Trying again: where it helps, and never without end. */
import { HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { retryCalls } from '../../src/bot/retry-calls.js';
import { createTestLogger } from '../support/bot-fixtures.js';
import { refusal } from '../support/recording-bot.js';

const broken = new HttpError('Network request failed!', new Error('socket hang up'));
const flood = (seconds: number) =>
  refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
const success = { ok: true, result: true } as const;

/** Runs a call whose attempts come to `outcomes` in turn; tells the last one, the attempts and the waits. */
async function attempt(outcomes: readonly unknown[], method = 'sendMessage') {
  const waits: number[] = [];
  const clock = {
    now: () => 0,
    wait: (delayMs: number) => {
      waits.push(delayMs);
      return Promise.resolve();
    },
  };
  let attempts = 0;
  const previous = () => {
    const outcome = outcomes[attempts];
    attempts += 1;
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
  };
  const transformer = retryCalls({ clock, logger: createTestLogger('silent').logger });
  const last = await transformer(previous as never, method as 'getMe', {}).catch((e: unknown) => e);
  return { last, attempts, waits };
}

describe('retryCalls', () => {
  it('waits out short floods, twice at most', async () => {
    expect(await attempt([flood(5), flood(1), success])).toEqual({
      last: success,
      attempts: 3,
      waits: [5000, 1000],
    });
    expect((await attempt([flood(1), flood(1), flood(1), success])).attempts).toBe(3);
  });

  it('does not wait out long floods', async () => {
    expect(await attempt([flood(6), success])).toEqual({ last: flood(6), attempts: 1, waits: [] });
  });

  it('forgives one broken connection or server error where nobody can see anything twice', async () => {
    const inside = refusal(500, 'Internal Server Error');
    for (const method of ['editMessageText', 'answerCallbackQuery', 'getChatMember']) {
      const twice = { attempts: 2 };
      expect((await attempt([broken, success], method)).last).toBe(success);
      expect((await attempt([inside, success], method)).last).toBe(success);
      expect(await attempt([broken, inside], method)).toMatchObject({ last: inside, ...twice });
      expect(await attempt([broken, broken], method)).toMatchObject({ last: broken, ...twice });
    }
  });

  it('sends no message a second time that may have arrived', async () => {
    const inside = refusal(502, 'Bad Gateway');
    expect(await attempt([broken, success])).toMatchObject({ last: broken, attempts: 1 });
    expect(await attempt([inside, success])).toMatchObject({ last: inside, attempts: 1 });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'sends a message once more after %s: it never left',
    async (code) => {
      const unreached = new HttpError('failed!', Object.assign(new Error('x'), { code }));
      expect(await attempt([unreached, success])).toMatchObject({ last: success, attempts: 2 });
      expect((await attempt([unreached, unreached, success])).attempts).toBe(2);
    },
  );

  it('does not repeat what timed out, what was refused, or what is not worth it', async () => {
    const late = new HttpError('failed!', new Error('Request to sendMessage timed out after 60 s'));
    expect((await attempt([late, success])).attempts).toBe(1);
    expect((await attempt([refusal(400, 'Bad Request'), success])).attempts).toBe(1);
    expect((await attempt([broken, success], 'sendChatAction')).attempts).toBe(1);
    expect((await attempt([broken, success], 'getUpdates')).attempts).toBe(1);
  });
});
