/** Tool of the tests: the people, the bot's own account and a log that can be read. */
import type { User, UserFromGetMe } from 'grammy/types';
import { createLogger } from '../../src/logger.js';

export const TOKEN = '123456789:AAF-canary-token-do-not-log-me-0000';

export const BOT_INFO: UserFromGetMe = {
  id: 123456789,
  is_bot: true,
  first_name: 'Quoth',
  username: 'quoth_test_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  can_manage_bots: false,
  supports_guest_queries: false,
  supports_inline_queries: false,
  supports_join_request_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
};

export const LIN: User = { id: 501, is_bot: false, first_name: 'Lín', language_code: 'zh-hans' };
export const ANN: User = { id: 502, is_bot: false, first_name: 'Ann', language_code: 'en' };

/** A logger whose lines end up in an array. */
export function createTestLogger(level: 'debug' | 'silent' = 'debug') {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { lines, logger: createLogger({ level, token: TOKEN, destination }) };
}
