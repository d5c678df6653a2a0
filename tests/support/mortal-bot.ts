/**
 * Tool of the chaos tests: a bot that is killed in mid-flight within the process of the test. From that moment on nothing of it
 * goes on: its connections break, its inbox is closed where it stands, its clock stops, and what it waits for never comes.
 */
import { connect, createServer, type Socket } from 'node:net';
import { openInbox } from '../../src/adapters/sqlite/open-inbox.js';
import type { Chaos } from './chaos.js';

export interface MortalBot {
  /** Resolves once it has been killed and another one may open the inbox. */
  readonly died: Promise<void>;
  /** Stops it as one should, if it is still alive. From now on nothing kills it. */
  stop(): Promise<void>;
}

/**
 * Starts a bot on the inbox in a folder.
 *
 * @param options.steps kills it at so many steps: each call of its inbox, before and after, each question to the library, and
 *   each call that reaches the server, before or after it has had its effect
 */
export async function startMortalBot(
  chaos: Chaos,
  options: { readonly indexDir: string; readonly steps: number; readonly random: () => number },
): Promise<MortalBot> {
  const opened = await openInbox(options.indexDir);
  const network = await startNetwork(Number(new URL(chaos.api.apiRoot).port));
  let stepsLeft = options.steps;
  let isDead = false;
  const never = new Promise<never>(() => {});
  let tellDeath = (_: Promise<void>) => {};
  const died = new Promise<void>((resolve) => (tellDeath = resolve));
  /** @returns whether this was the last one */
  const step = (): boolean => {
    stepsLeft -= 1;
    if (isDead || stepsLeft > 0) return false;
    isDead = true;
    network.cut();
    tellDeath(opened.close());
    return true;
  };
  /** Work of the bot, with a step before and after it. */
  const live = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    step();
    if (isDead) return never;
    const done = await work().finally(() => isDead && never);
    step();
    return isDead ? never : done;
  };

  chaos.api.sabotage = () =>
    step() && options.random() < 0.5 ? { kind: 'dropBefore' } : undefined;
  const inbox = opened.forBot(chaos.botId);
  Object.assign(chaos.app.inbox, { count: () => inbox.count() });
  const bot = chaos.start({
    apiRoot: `http://127.0.0.1:${network.port}`,
    clock: {
      now: chaos.clock.now,
      wait: (...given) => chaos.clock.wait(...given).finally(() => isDead && never),
    },
    app: {
      ...chaos.app,
      ask: (...given) => live(() => chaos.app.ask(...given)),
      openInbox: async () => ({
        ...inbox,
        add: (...given) => live(() => inbox.add(...given)),
        claim: (...given) => live(() => inbox.claim(...given)),
        markSending: (...given) => live(() => inbox.markSending(...given)),
        settle: (...given) => live(() => inbox.settle(...given)),
      }),
    },
  });
  return {
    died,
    async stop() {
      stepsLeft = Number.POSITIVE_INFINITY;
      if (isDead) return died;
      await bot.stop();
      network.cut();
      await opened.close();
    },
  };
}

/** A way to the server that can be cut, with all that is on it. */
async function startNetwork(serverPort: number) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(serverPort, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    cut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
