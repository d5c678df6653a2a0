/** What `deploy/` and the Dockerfile name exists: variables, files, commands, addresses; and systemd takes the unit. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_VARIABLES, loadConfig } from '../src/config.js';
import { createMetrics } from '../src/monitor/metrics.js';
import { createTemporaryFolders } from './support/temporary.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readText = (name: string) => readFileSync(path.join(root, name), 'utf8');
const unit = readText('deploy/quoth.service');
const dockerfile = readText('Dockerfile');
const notes = readText('deploy/README.md');
const compose = parse(readText('deploy/compose.yaml')) as {
  readonly services: {
    readonly bot: {
      readonly command: readonly string[];
      readonly environment: Readonly<Record<string, string>>;
      readonly healthcheck: { readonly test: readonly string[] };
      readonly volumes: readonly string[];
      readonly read_only: boolean;
      readonly cap_drop: readonly string[];
    };
  };
  readonly volumes: Readonly<Record<string, unknown>>;
};
const { bot } = compose.services;
const createFolder = createTemporaryFolders('deploy');

/** The values of a setting of the unit, in order. */
const readUnit = (name: string) =>
  unit
    .split('\n')
    .filter((line) => line.startsWith(`${name}=`))
    .map((line) => line.slice(name.length + 1));

const unitEnvironment = Object.fromEntries(
  readUnit('Environment')
    .flatMap((line) => line.split(' '))
    .map((pair) => pair.split('=') as [string, string]),
);

describe.each(['deploy/quoth.service', 'deploy/compose.yaml', 'deploy/README.md', 'Dockerfile'])(
  '%s',
  (name) => {
    it('names variables that exist', () => {
      const named = readText(name).match(/\b(?:QUOTH_[A-Z_]+|BOT_TOKEN)\b/g) ?? [];
      expect(named.length).toBeGreaterThan(0);
      for (const variable of named) expect(Object.keys(CONFIG_VARIABLES)).toContain(variable);
    });

    it('runs commands that exist', () => {
      const named = [...readText(name).matchAll(/dist\/main\.js(?:["'],)? ["']?([a-z]+)/g)];
      expect(named.length).toBeGreaterThan(0);
      for (const [, command] of named) {
        expect([command, existsSync(path.join(root, `src/cli/${command}.ts`))]).toEqual([
          command,
          true,
        ]);
      }
    });
  },
);

describe('the settings that are given there', () => {
  it.each([
    ['the unit', unitEnvironment],
    ['compose.yaml', bot.environment],
    ['the Dockerfile', { QUOTH_HTTP_PORT: /^ENV QUOTH_HTTP_PORT=(\d+)$/m.exec(dockerfile)?.[1] }],
  ])('are valid in %s, with the same port everywhere', (_, env) => {
    const config = loadConfig(env);
    expect(config.httpPort).toBe(9464);
    expect(config.httpHost).toBe('127.0.0.1');
  });

  it('keep the token out of files that are committed', () => {
    for (const text of [unit, dockerfile, JSON.stringify(compose)]) {
      expect(text).not.toMatch(/BOT_TOKEN\s*[=:]/);
    }
  });
});

describe('the health check', () => {
  it('asks for the address that the monitor serves', () => {
    const served = readText('src/monitor/serve-monitor.ts');
    for (const text of [dockerfile, bot.healthcheck.test.join(' ')]) {
      expect(text).toContain('/healthz');
    }
    expect(served).toContain("['/healthz',");
  });

  it('is a command that fails where nothing answers', () => {
    const [, program = '', ...args] = bot.healthcheck.test;
    expect(program).toBe('node');
    const closed = args.map((arg) => arg.replace('9464', '1'));
    expect(spawnSync(process.execPath, closed).status).toBe(1);
  });
});

describe('the image', () => {
  it('is made of files that exist and that .dockerignore lets through', () => {
    const letIn = readText('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1).replace(/\/$/, ''));
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)]
      .flatMap((match) => (match[1] ?? '').split(' '))
      .map((name) => name.replace(/\/$/, ''));
    expect(sources).toContain('models');
    for (const source of sources) {
      expect([source, existsSync(path.join(root, source))]).toEqual([source, true]);
      expect(letIn).toContain(source);
    }
  });

  it('runs as a user who is not root, and writes to a volume only', () => {
    const run = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(run).toMatch(/^USER node$/m);
    expect(run).toMatch(/^VOLUME \/app\/index$/m);
    expect(run.indexOf('USER node')).toBeLessThan(run.indexOf('CMD ["node", "dist/main.js"'));
    expect(bot).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    const mounted = bot.volumes.map((volume) => volume.split(':'));
    const writable = mounted.filter(([, , mode]) => mode !== 'ro');
    expect(writable).toEqual([['library', bot.environment['QUOTH_INDEX']]]);
    expect(compose.volumes).toHaveProperty('library');
  });
});

describe('the table of alerts', () => {
  it('names figures that are told', async () => {
    const { text } = await createMetrics({ now: Date.now }).print();
    const named = [...notes.matchAll(/quoth_[a-z0-9_]+/g)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(4);
    for (const name of named) {
      expect(text).toContain(`# TYPE ${name.replace(/_bucket$/, '')} `);
    }
  });
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.skipIf(!hasSystemd)('systemd', () => {
  it('finds no fault in the unit', () => {
    const folder = createFolder('unit');
    const file = path.join(folder, 'quoth.service');
    // Only what is not set up on this machine is put right.
    writeFileSync(
      file,
      unit
        .replace('/usr/bin/node', process.execPath)
        .replace('WorkingDirectory=/opt/quoth', `WorkingDirectory=${root}`)
        .replace(/^(User|Group)=quoth$/gm, '$1=daemon'),
    );
    const { stderr, status } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect(stderr.split('\n').filter((line) => line.includes('quoth.service'))).toEqual([]);
    expect(status).toBe(0);
  });

  it('finds little that the service could do to the machine', () => {
    const report = execFileSync(
      'systemd-analyze',
      ['security', '--offline=true', '--threshold=20', path.join(root, 'deploy/quoth.service')],
      { encoding: 'utf8' },
    );
    const level = /Overall exposure level for \S+: ([\d.]+)/.exec(report)?.[1];
    expect(Number(level)).toBeLessThanOrEqual(2);
  });
});
