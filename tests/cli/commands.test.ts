import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunBotOptions } from '../../src/bot/run-bot.js';
import { AppError } from '../../src/errors.js';
import type { IngestHooks } from '../../src/ingest/ingest-report.js';
import { createMemoryApp, type MemoryApp, runInProcess } from '../support/cli-app.js';

const temporary = mkdtempSync(path.join(tmpdir(), 'quoth-cli-'));

/** A library that holds nothing until something is ingested, and the way to it. */
function createEmptyLibrary() {
  const made: MemoryApp[] = [];
  const app = (config: Parameters<typeof createMemoryApp>[0]) => {
    const library = createMemoryApp(config);
    library.articles = [];
    made.push(library);
    return library;
  };
  return { app, made };
}

describe('usage', () => {
  test.each([
    [['foo'], "error USAGE: unknown command 'foo' (see quoth --help)\n"],
    [['ask', '--tpo', '3'], /^error USAGE: .*did you mean --top\? \(see quoth ask --help\)\n$/],
    [
      ['ask', 'x', '--top', '51'],
      'error USAGE: --top <k>: expected an integer from 1 to 50, got "51" (see quoth ask --help)\n',
    ],
    [['ask'], /^error USAGE: expected a question or --batch FILE, got neither/],
    [['ask', 'x', '--batch', 'y'], /^error USAGE: .* got both/],
    [['ingest'], /^error USAGE: expected files or folders, got none \(see quoth ingest --help\)/],
    [['model', 'pull'], /^error USAGE: missing required argument 'hub id' \(see quoth model pull/],
    [['articles', 'x'], /^error USAGE: too many arguments .*expected 0 arguments, got 1 \(see/],
  ])('%j is a usage error', async (args, message) => {
    const run = await runInProcess(args);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toBe('');
    if (typeof message === 'string') expect(run.stderr).toBe(message);
    else expect(run.stderr).toMatch(message);
  });

  const commands = [
    '',
    'start',
    'ingest',
    'articles',
    'ask',
    'chat',
    'eval',
    'doctor',
    'model',
    'bot',
  ];
  test.each([...commands, 'model pull', 'model list'])(
    'quoth %s --help has an example',
    async (name) => {
      const run = await runInProcess([...name.split(' ').filter(Boolean), '--help']);
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      expect(run.stdout).toMatch(/\nExamples?:\n {2}\S/);
      expect(run.stdout).toContain('--index <dir>');
    },
  );

  test('faults of the settings are one error', async () => {
    const env = { QUOTH_TOP: 'many', BOT_TOKEN: 'secret' };
    const run = await runInProcess(['articles'], { env });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/^error CONFIG_INVALID: QUOTH_TOP: .*; BOT_TOKEN: /);
    expect(run.stderr).not.toContain('secret');
  });
});

describe('errors', () => {
  const failing = (error: unknown) => (config: Parameters<typeof createMemoryApp>[0]) =>
    createMemoryApp(config, { ask: () => Promise.reject(error) });

  test('have a code, a hint and an exit code', async () => {
    const app = failing(new AppError('INDEX_UNREADABLE', 'expected a library, got a picture'));
    const run = await runInProcess(['ask', 'x'], { app });
    expect(run).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'error INDEX_UNREADABLE: expected a library, got a picture (run: quoth doctor)\n',
    });
  });

  test('that nobody expected are INTERNAL, with a stack only for debugging', async () => {
    const app = failing(new TypeError('x is not a function'));
    const quiet = await runInProcess(['ask', 'x'], { app });
    expect(quiet.exitCode).toBe(2);
    expect(quiet.stderr).toMatch(/^error INTERNAL: x is not a function \(.*\)\n$/);
    const loud = await runInProcess(['ask', 'x'], { app, env: { QUOTH_LOG_LEVEL: 'debug' } });
    expect(loud.stderr).toContain('    at ');
  });

  test('close the program all the same', async () => {
    let library: MemoryApp | undefined;
    await runInProcess(['ask', 'x'], {
      app: (config) => {
        library = createMemoryApp(config, { ask: () => Promise.reject(new Error('no')) });
        return library;
      },
    });
    expect(library?.isClosed).toBe(true);
  });

  test('end a question that is interrupted', async () => {
    const stop = new AbortController();
    const run = runInProcess(['ask', 'x'], {
      signal: stop.signal,
      app: (config) => createMemoryApp(config, { ask: () => new Promise(() => {}) }),
    });
    setImmediate(() => stop.abort());
    expect(await run).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^error INTERRUPTED: /),
    });
  });
});

describe('quoth ask', () => {
  test('prints the contract as one line of JSON', async () => {
    const run = await runInProcess([
      'ask',
      'guide dogs',
      '--json',
      '--top',
      '1',
      '--index',
      temporary,
    ]);
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toEqual({
      question: 'guide dogs',
      kind: 'answered',
      quotes: [
        {
          text: 'Dogs wait outside the door.',
          highlights: [[0, 27]],
          score: 1,
          citation: {
            articleId: '0123456789ab',
            document: 'rules.txt',
            title: 'Rules of the harbour library',
            date: '2025-01-06',
            publisher: 'Harbour Letter',
            headings: ['Chapter 2', '§ 4'],
            startLine: 2,
            endLine: 2,
            start: 70,
            end: 97,
          },
        },
      ],
      tookMs: 3,
    });
    expect(run.stdout.endsWith('}\n')).toBe(true);
  });

  test('takes a question without quotation marks, and explains', async () => {
    const run = await runInProcess(['ask', 'may', 'guide', 'come', 'in', '--explain']);
    expect(run.stdout).toContain('│ Guide dogs may come in.\n[1] Rules of the harbour library');
    expect(run.stdout).toContain('vector     #1  0.8750');
  });

  test('says that nothing was found, with exit code 0', async () => {
    const run = await runInProcess(['ask', 'zebras'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('没有找到');
  });

  test('hands the switches on', async () => {
    const seen: unknown[] = [];
    await runInProcess(['ask', 'x', '--no-late', '--no-vector'], {
      app: (config) =>
        createMemoryApp(config, {
          ask: async (question, options) => {
            seen.push(options);
            return { question, kind: 'notFound', quotes: [], tookMs: 0 };
          },
        }),
    });
    expect(seen).toEqual([{ switches: { noVector: true, noLate: true } }]);
  });

  test('indexes the samples first when the default library is empty', async () => {
    const { app, made } = createEmptyLibrary();
    const run = await runInProcess(['ask', 'dogs', '--json'], { app });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout).kind).toBe('answered');
    expect(run.stderr).toBe(
      'The library is empty: indexing the samples that come with Quoth, once.\n',
    );
    expect(made[0]?.ingested).toEqual([[expect.stringMatching(/samples$/)]]);
  });

  test.each([
    [['ask', 'dogs', '--index', 'mine'], {}],
    [['ask', 'dogs'], { QUOTH_INDEX: 'mine' }],
    [['ask', 'dogs'], { QUOTH_CORPUS: 'readers' }],
  ])('leaves a library of the user empty: %j %j', async (args, env) => {
    const run = await runInProcess(args, { app: createEmptyLibrary().app, env });
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(/^error INDEX_EMPTY: /);
  });
});

describe('quoth ask --batch', () => {
  test('answers lines in order and names the bad ones', async () => {
    const input = [
      '{"id":"a","text":"dogs"}',
      '{"id":"b"}',
      '',
      'no json',
      '{"id":7,"text":"zebras\u2028"}',
    ].join('\r\n');
    const run = await runInProcess(['ask', '--batch', '-', '--json'], { input });
    const lines = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'answered'],
      [7, 'notFound'],
    ]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^error QUESTIONS_INVALID: stdin line 2: expected \{"id": …, "text": "…"\}, got \{"id":"b"\} \(/,
      ),
      expect.stringMatching(
        /^error QUESTIONS_INVALID: stdin line 4: expected .* got no JSON: no json/,
      ),
    ]);
  });

  test('reads a file, and gives up on one that is no batch', async () => {
    const file = path.join(temporary, 'no-batch.jsonl');
    writeFileSync(file, 'prose\n'.repeat(1000));
    const run = await runInProcess(['ask', '--batch', file]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr.trim().split('\n')).toHaveLength(21);
    expect(run.stderr).toContain('gave up after 20 bad lines');
  });

  test.each([
    ['/nowhere/at-all.jsonl', 'PATH_NOT_FOUND'],
    [temporary, 'PATH_UNREADABLE'],
  ])('refuses %s', async (file, code) => {
    const run = await runInProcess(['ask', '--batch', file]);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain(`error ${code}: `);
  });

  test('ends quietly when nobody reads on', async () => {
    let asked = 0;
    const run = await runInProcess(['ask', '--batch', '-', '--json'], {
      input: '{"id":1,"text":"dogs"}\n'.repeat(50),
      isOutputClosed: () => asked > 3,
      app: (config) => {
        const library = createMemoryApp(config);
        const { ask } = library;
        return Object.assign(library, {
          ask: (question: string) => {
            asked += 1;
            return ask(question);
          },
        });
      },
    });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(asked).toBe(4);
  });
});

test('quoth articles --json prints a line an article', async () => {
  const run = await runInProcess(['articles', '--json']);
  expect(run.stdout).toBe(
    '{"id":"0123456789ab","document":"rules.txt","ordinal":1,"title":"Rules of the harbour library",' +
      '"date":"2025-01-06","datePrecision":"day","publisher":"Harbour Letter","language":"en",' +
      '"startLine":1,"endLine":6,"characters":155}\n',
  );
});

test('quoth articles lists them under their documents', async () => {
  const run = await runInProcess(['articles']);
  expect(run.stdout).toBe(
    [
      'rules.txt · 1 article',
      '  1  Rules of the harbour library',
      '     2025-01-06 · Harbour Letter · 155 characters · lines 1–6 · 0123456789ab',
      '',
      '1 article in 1 document',
      '',
    ].join('\n'),
  );
});

test('quoth articles keeps within the terminal, and its ids whole', async () => {
  for (const columns of [60, 40, 24, 20]) {
    const run = await runInProcess(['articles'], {
      terminal: { columns, rows: 24 },
      env: { NO_COLOR: '1' },
    });
    const lines = run.stdout.split('\n').filter((line) => line.startsWith('     '));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(
      Math.max(21, columns),
    );
    expect(run.stdout).toContain('0123456789ab');
    expect(run.stdout).toMatch(/ lines 1–6(?: ·|\n)/);
  }
});

describe('quoth ingest', () => {
  const report = {
    documents: [
      {
        document: 'a.txt',
        path: '/x/a.txt',
        outcome: 'added',
        articles: 3,
        passages: 40,
        characters: 9000,
        encoding: 'gb18030',
        warnings: ['line 7: no title'],
      },
      {
        document: 'b.txt',
        path: '/x/b.txt',
        outcome: 'skipped',
        articles: 1,
        passages: 9,
        characters: 800,
        encoding: 'utf-8',
        warnings: [],
      },
    ],
    failures: [
      {
        document: 'c.txt',
        path: '/x/c.txt',
        code: 'DOCUMENT_EMPTY',
        message: 'c.txt has 0 bytes',
        hint: 'fill it',
      },
      {
        document: 'd.txt',
        path: '/x/d.txt',
        code: 'DISK_FULL',
        message: 'no space',
        hint: 'make some',
      },
    ],
    tookMs: 12_300,
  } as const;
  const app = (config: Parameters<typeof createMemoryApp>[0]) =>
    createMemoryApp(config, {
      async ingest(_paths, { hooks = {} as IngestHooks } = {}) {
        hooks.onDocumentStart?.({
          document: 'a.txt',
          index: 0,
          total: 4,
          articles: 3,
          passages: 40,
        });
        hooks.onPassages?.({ document: 'a.txt', done: 40, total: 40 });
        for (const document of report.documents) hooks.onDocumentDone?.(document);
        for (const failure of report.failures) hooks.onDocumentFailed?.(failure);
        return report;
      },
    });

  test('tells of each document, and fails with the worst of the failures', async () => {
    const run = await runInProcess(['ingest', '/x'], { app });
    expect(run.exitCode).toBe(2);
    expect(run.stdout.split('\n')).toEqual([
      'added     a.txt: 3 articles, 40 passages (gb18030)',
      '          warning: line 7: no title',
      'skipped   b.txt: already in the library',
      '4 documents: 1 added, 1 skipped, 2 failed · 3 articles · 40 passages · 12 s',
      '',
    ]);
    expect(run.stderr.split('\n')).toEqual([
      'reading   a.txt: 3 articles, 40 passages',
      'error DOCUMENT_EMPTY: c.txt has 0 bytes (fill it)',
      'error DISK_FULL: d.txt: no space (make some)',
      '',
    ]);
  });

  test('prints the report as JSON and nothing else on stdout', async () => {
    const run = await runInProcess(['ingest', '/x', '--json'], { app });
    expect(JSON.parse(run.stdout)).toEqual(report);
    expect(run.stderr).toContain('added     a.txt');
  });

  test('--rebuild needs no path', async () => {
    const seen: unknown[] = [];
    const run = await runInProcess(['ingest', '--rebuild'], {
      app: (config) =>
        createMemoryApp(config, {
          ingest: async (paths, options) => {
            seen.push(paths, options?.rebuild);
            return { documents: [], failures: [], tookMs: 1 };
          },
        }),
    });
    expect(run.exitCode).toBe(0);
    expect(seen).toEqual([[], true]);
  });
});

describe('quoth start', () => {
  test('indexes the corpus and says what to do next where there is no terminal', async () => {
    const { app, made } = createEmptyLibrary();
    const run = await runInProcess(['start'], { app, env: { QUOTH_CORPUS: 'a, b' } });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(made[0]?.ingested).toEqual([['a', 'b']]);
    expect(run.stdout).toMatch(/npm run ask -- "[\s\S]*BOT_TOKEN[\s\S]*QUOTH_CORPUS/);
  });

  test('runs the bot when there is a token, with questions of the samples', async () => {
    const calls: RunBotOptions[] = [];
    const token = `123456:${'a'.repeat(35)}`;
    const run = await runInProcess(['start'], {
      env: { BOT_TOKEN: token, QUOTH_LOG_LEVEL: 'silent' },
      parts: {
        runBot: async (options) => {
          calls.push(options);
        },
      },
    });
    expect(run.exitCode).toBe(0);
    expect(calls[0]).toMatchObject({ token, apiRoot: 'https://api.telegram.org', examples: [] });
    expect(run.stdout + run.stderr).not.toContain(token);
  });
});

test('quoth bot wants a token', async () => {
  const run = await runInProcess(['bot']);
  expect(run.exitCode).toBe(1);
  expect(run.stderr).toMatch(/^error BOT_TOKEN_MISSING: /);
});

describe('quoth doctor', () => {
  test('names what is wrong and what mends it', async () => {
    const run = await runInProcess(['doctor'], {
      app: (config) =>
        createMemoryApp(config, {
          checkHealth: async () => ({
            checks: [
              { name: 'model', state: 'ok', finding: 'multilingual-e5-small, 384 dimensions' },
              { name: 'index', state: 'fault', finding: 'damaged', mend: 'quoth ingest --rebuild' },
            ],
            healthy: false,
          }),
        }),
    });
    expect(run.exitCode).toBe(1);
    expect(run.stdout.split('\n').slice(0, 3)).toEqual([
      'ok       model  multilingual-e5-small, 384 dimensions',
      'FAULT    index  damaged',
      '                to mend it: quoth ingest --rebuild',
    ]);
  });

  test('reports a program that cannot start', async () => {
    const run = await runInProcess(['doctor', '--json'], {
      parts: { createApp: () => Promise.reject(new AppError('MODEL_NOT_FOUND', 'no model')) },
    });
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      healthy: false,
      checks: [{ name: 'MODEL_NOT_FOUND', state: 'fault', finding: 'no model' }],
    });
  });
});

describe('quoth model', () => {
  test('lists models and fails when one is damaged', async () => {
    const run = await runInProcess(['model', 'list'], {
      parts: {
        listModels: async () => [
          {
            name: 'multilingual-e5-small',
            inUse: true,
            bytes: 86e6,
            dimensions: 384,
            integrity: 'ok',
            faults: [],
          },
          {
            name: 'x',
            inUse: false,
            bytes: 10,
            dimensions: undefined,
            integrity: 'damaged',
            faults: ['x: bad'],
          },
        ],
      },
    });
    expect(run.exitCode).toBe(1);
    expect(run.stdout.split('\n').slice(0, 3)).toEqual([
      '   model                  dimensions   size  files',
      '*  multilingual-e5-small         384  86 MB  sha256 right',
      '   x                               ?   10 B  DAMAGED',
    ]);
    expect(run.stderr).toBe('x: bad\n');
  });

  test('says when QUOTH_MODEL names none of them', async () => {
    const facts = { bytes: 1e6, dimensions: 8, integrity: 'ok', faults: [] } as const;
    const run = await runInProcess(['model', 'list'], {
      env: { QUOTH_MODEL: './mine' },
      parts: { listModels: async () => [{ name: 'x', inUse: false, ...facts }] },
    });
    expect([run.exitCode, run.stderr]).toEqual([
      1,
      'QUOTH_MODEL names no model that is there: ./mine\n',
    ]);
  });

  test.each([
    [['--mirror', 'hf-mirror.com'], {}, 'https://hf-mirror.com'],
    [[], { HF_ENDPOINT: 'http://127.0.0.1:9/' }, 'http://127.0.0.1:9'],
    [[], {}, 'https://huggingface.co'],
  ])('pull %j %j asks %s', async (args, env, host) => {
    const requests: unknown[] = [];
    const run = await runInProcess(['model', 'pull', 'Xenova/bge', '--json', ...args], {
      env,
      parts: {
        pullModel: async (request) => {
          requests.push([request.host, request.name, request.revision]);
          return { name: 'bge', path: '/m/bge', revision: 'main', bytes: 1, alreadyThere: false };
        },
      },
    });
    expect(run.exitCode).toBe(0);
    expect(requests).toEqual([[host, 'bge', 'main']]);
    expect(JSON.parse(run.stdout)).toMatchObject({ name: 'bge' });
  });

  test.each(['../../etc', 'a/b/c', 'a/..', ''])('pull refuses the id %j', async (id) => {
    const run = await runInProcess(['model', 'pull', id]);
    expect(run.stderr).toMatch(/^error USAGE: expected an id such as/);
  });
});

describe('quoth eval', () => {
  const questions = [
    ['q1', 'dogs', [{ file: 'rules.txt', articleN: 1, quote: 'Dogs wait outside the door.' }]],
    ['q2', 'guide', [{ file: 'rules.txt', articleN: 1, quote: 'Guide dogs may come in.' }]],
    ['q3', 'thirty', [{ file: 'rules.txt', articleN: 1, quote: 'no such words anywhere' }]],
    ['q4', 'zebras', []],
  ].map(([id, text, gold]) => ({
    ...{ id, text, gold, lang: 'en', type: 'factual', goldMode: 'any' },
    answerable: id !== 'q4',
  }));
  const file = path.join(temporary, 'questions.json');
  writeFileSync(file, JSON.stringify(questions));

  test('prints a table', async () => {
    const run = await runInProcess(['eval', file]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(/^ +questions {2}hit@1 .*\nall +3 {2}0\.667 {2}0\.667 /);
    expect(run.stdout).toMatch(/\nno answer there +questions {2}no quotes .*\nall +1 +100 % +0 % /);
    expect(run.stdout).toMatch(/100 % word for word · \d+ characters at the median, 34 at most/);
  });

  test('prints a line a question when asked to', async () => {
    const run = await runInProcess(['eval', file, '--questions']);
    expect(run.stdout.split('\n').slice(0, 5)).toEqual([
      'id  language  type     outcome   rank  time',
      'q1  en        factual  answered     1  3 ms',
      'q2  en        factual  answered     1  3 ms',
      'q3  en        factual  answered     –  3 ms',
      'q4  en        factual  notFound        3 ms',
    ]);
  });

  test('asks a sample', async () => {
    const run = await runInProcess(['eval', file, '--sample', '2', '--json']);
    const { results } = JSON.parse(run.stdout) as { results: { id: string }[] };
    expect(results.map(({ id }) => id)).toEqual(['q1', 'q3']);
    const none = await runInProcess(['eval', file, '--sample', '0']);
    expect(none.stderr).toMatch(/^error USAGE: --sample <n>: expected a whole number from 1, got/);
  });

  test('compares with an earlier run', async () => {
    const mute = (config: Parameters<typeof createMemoryApp>[0]) =>
      createMemoryApp(config, {
        ask: async (question) => ({ question, kind: 'notFound', quotes: [], tookMs: 1 }),
      });
    const earlier = path.join(temporary, 'earlier.json');
    writeFileSync(earlier, (await runInProcess(['eval', file, '--json'], { app: mute })).stdout);
    const run = await runInProcess(['eval', file, '--compare', earlier]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain(`\ncompared with ${earlier}: 4 questions\n`);
    expect(run.stdout).toMatch(/\nhit@1 +0\.000 +0\.667 +\+0\.667 +/);
    expect(run.stdout).toContain(
      'better: 3\n  q1  rank – → 1, notFound → answered\n  q2  rank – → 1, notFound → answered\n' +
        '  q3  notFound → answered\nworse: none\n',
    );
    const json = await runInProcess(['eval', file, '--compare', earlier, '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      questions: 4,
      comparison: { questions: 4, worse: [], figures: { hit1: { before: 0 } } },
    });
    const turned = path.join(temporary, 'later.json');
    writeFileSync(turned, json.stdout);
    const back = await runInProcess(['eval', file, '--compare', turned], { app: mute });
    expect(back.stdout).toContain('better: none\nworse: 3\n');
  });

  test.each([
    [JSON.stringify(questions), 'expected a report in'],
    [
      '{"results":[{"id":"z","lang":"en","type":"x","answerable":true,"kind":"related",' +
        '"quoteCharacters":[],"exactQuotes":0,"tookMs":1}]}',
      'expected a report with the same questions',
    ],
  ])('refuses to compare with %s, before anything is asked', async (text, message) => {
    const other = path.join(temporary, 'other.json');
    writeFileSync(other, text);
    const run = await runInProcess(['eval', file, '--compare', other], {
      app: (config) => createMemoryApp(config, { ask: () => Promise.reject(new Error('asked')) }),
    });
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toMatch(/^error REPORT_INVALID: /);
    expect(run.stderr).toContain(message);
  });

  test('hands the switches on, and asks for ten quotes', async () => {
    const seen: unknown[] = [];
    await runInProcess(['eval', file, '--no-late', '--sample', '1'], {
      app: (config) =>
        createMemoryApp(config, {
          ask: async (question, options) => {
            seen.push(options);
            return { question, kind: 'notFound', quotes: [], tookMs: 0 };
          },
        }),
    });
    expect(seen).toEqual([{ top: 10, switches: { noLate: true } }]);
  });

  test('fails below the floor, after the report', async () => {
    const run = await runInProcess(['eval', file, '--min-hit1', '0.7', '--json']);
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ questions: 4, all: { answerable: 3 } });
    expect(run.stderr).toMatch(
      /^error QUALITY_TOO_LOW: expected a hit@1 of at least 0.7, got 0.667/,
    );
  });

  test.each([
    ['/nowhere/q.json', 'PATH_NOT_FOUND'],
    [temporary, 'PATH_NOT_FOUND'],
    [new URL(import.meta.url).pathname, 'QUESTIONS_INVALID'],
  ])('refuses %s', async (name, code) => {
    const run = await runInProcess(['eval', name]);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain(`error ${code}: `);
  });
});
