import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CONFIG_VARIABLES, loadConfig } from '../src/config.js';
import { AppError } from '../src/errors.js';

const TOKEN = '123456:AAbbCCddEEffGGhhIIjjKKll-_mm';

function readFaults(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'CONFIG_INVALID') return thrown.message;
    throw thrown;
  }
  return '';
}

describe('the settings', () => {
  test('have defaults for everything', () => {
    expect(loadConfig({})).toEqual({
      indexDir: 'index',
      corpus: [],
      watch: [],
      feedMinutes: 30,
      model: 'multilingual-e5-small',
      aliases: fileURLToPath(new URL('../aliases.txt', import.meta.url)),
      top: 3,
      threads: 0,
      maxFileBytes: 64 * 1024 * 1024,
      ocr: '',
      logLevel: 'info',
      apiRoot: 'https://api.telegram.org',
      httpPort: 0,
      httpHost: '127.0.0.1',
      keepDays: 30,
      keepers: [],
      botToken: '',
    });
  });

  test('are read from the environment, with white space around a value left out', () => {
    const config = loadConfig({
      QUOTH_INDEX: '/srv/quoth',
      QUOTH_CORPUS: ' a.txt, library/ ,,',
      QUOTH_WATCH: 'inbox/ , notes.md',
      QUOTH_FEED_MINUTES: '5',
      QUOTH_MODEL: '/models/other',
      QUOTH_ALIASES: 'words.txt',
      QUOTH_TOP: ' 50 ',
      QUOTH_THREADS: '2',
      QUOTH_MAX_FILE_MB: '1',
      QUOTH_OCR: 'chi_sim+eng',
      QUOTH_LOG_LEVEL: 'debug',
      QUOTH_API_ROOT: 'http://localhost:8081//',
      QUOTH_HTTP_PORT: '9464',
      QUOTH_HTTP_HOST: '0.0.0.0',
      QUOTH_KEEP_DAYS: '90',
      QUOTH_KEEPERS: '501, 502,',
      BOT_TOKEN: TOKEN,
      PATH: '/usr/bin',
    });
    expect(config).toEqual({
      indexDir: '/srv/quoth',
      corpus: ['a.txt', 'library/'],
      watch: ['inbox/', 'notes.md'],
      feedMinutes: 5,
      model: '/models/other',
      aliases: 'words.txt',
      top: 50,
      threads: 2,
      maxFileBytes: 1024 * 1024,
      ocr: 'chi_sim+eng',
      logLevel: 'debug',
      apiRoot: 'http://localhost:8081',
      httpPort: 9464,
      httpHost: '0.0.0.0',
      keepDays: 90,
      keepers: [501, 502],
      botToken: TOKEN,
    });
  });

  test('count an empty variable as not set', () => {
    const empty = Object.fromEntries(Object.keys(CONFIG_VARIABLES).map((name) => [name, '  ']));
    expect(loadConfig(empty)).toEqual(loadConfig({}));
  });

  test.each([
    ['QUOTH_TOP', 'abc', 'expected an integer from 1 to 50, got "abc"'],
    ['QUOTH_TOP', '0', 'expected an integer from 1 to 50, got "0"'],
    ['QUOTH_TOP', '51', 'expected an integer from 1 to 50, got "51"'],
    ['QUOTH_TOP', '2.5', 'expected an integer from 1 to 50, got "2.5"'],
    ['QUOTH_THREADS', '-1', 'expected an integer from 0 to 64, got "-1"'],
    ['QUOTH_MAX_FILE_MB', '129', 'expected an integer from 1 to 128, got "129"'],
    [
      'QUOTH_OCR',
      'eng -c',
      'expected languages as tesseract names them, such as chi_sim+eng, got "eng -c"',
    ],
    [
      'QUOTH_LOG_LEVEL',
      'loud',
      'expected one of trace, debug, info, warn, error, silent, got "loud"',
    ],
    [
      'QUOTH_API_ROOT',
      'nowhere',
      'expected an address such as https://api.telegram.org, got "nowhere"',
    ],
    ['QUOTH_HTTP_PORT', '65536', 'expected an integer from 0 to 65535, got "65536"'],
    ['QUOTH_KEEPERS', '@ann', 'expected numeric ids parted by commas, got "@ann"'],
    ['QUOTH_FEED_MINUTES', '0', 'expected an integer from 1 to 1440, got "0"'],
  ])('refuse %s=%s and say what was expected', (name, value, fault) => {
    expect(readFaults({ [name]: value })).toBe(`${name}: ${fault}`);
  });

  test('report every fault at once', () => {
    const faults = readFaults({ QUOTH_TOP: 'x', QUOTH_THREADS: 'y', QUOTH_LOG_LEVEL: 'z' });
    expect(faults.split('; ').map((fault) => fault.split(':')[0])).toEqual([
      'QUOTH_TOP',
      'QUOTH_THREADS',
      'QUOTH_LOG_LEVEL',
    ]);
  });

  test('never repeat a token, not even a wrong one', () => {
    const faults = readFaults({ BOT_TOKEN: 'canary-secret', QUOTH_TOP: 'x' });
    expect(faults).toContain('BOT_TOKEN: expected a token from @BotFather');
    expect(faults).not.toContain('canary');
  });
});

describe('every variable', () => {
  test.each(Object.entries(CONFIG_VARIABLES))('%s has a description', (name, variable) => {
    expect(name).toMatch(/^(QUOTH_[A-Z_]+|BOT_TOKEN)$/);
    expect(variable.description).toMatch(/\S/);
  });
});
