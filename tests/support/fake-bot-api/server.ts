/**
 * Tool of the tests: a strict fake of Telegram's Bot API server over node:http, for `client.apiRoot`. It refuses what
 * Telegram refuses, in Telegram's words; tests post as people, read what chats see, and inject floods and faults.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UserFromGetMe } from 'grammy/types';
import { createMethods, type OpenPress, type Payload } from './methods.js';
import { People } from './people.js';
import { BotApiRefusal } from './refusal.js';
import { UpdateQueue } from './update-queue.js';
import { World } from './world.js';

/** One call that arrived. */
interface Call {
  readonly method: string;
  readonly payload: Payload;
}

/** What goes wrong with a call. */
export type Fault =
  | { readonly kind: 'refusal'; readonly refusal: BotApiRefusal }
  /** A gateway's HTML page instead of JSON. */
  | { readonly kind: 'badGateway' }
  /** The connection breaks before the call has had any effect. */
  | { readonly kind: 'dropBefore' }
  /** The call has its effect, but the answer is lost. */
  | { readonly kind: 'dropAfter' }
  /** The call has no effect, and is never answered. */
  | { readonly kind: 'hangBefore' }
  /** The call has its effect, and is never answered. */
  | { readonly kind: 'hangAfter' };

export interface FakeBotApi {
  readonly apiRoot: string;
  readonly token: string;
  readonly world: World;
  readonly people: People;
  readonly queue: UpdateQueue;
  /** All calls in order, `getUpdates` left out. */
  readonly calls: readonly Call[];
  /** What was set by setMyCommands and the like, by method, scope and language. */
  readonly profile: ReadonlyMap<string, unknown>;
  /** Answers to presses by their id; `undefined`: the spinner still turns. */
  readonly presses: ReadonlyMap<string, OpenPress>;
  /** Seconds to wait for a call that is over budget, else `undefined`. */
  budget: ((call: Call) => number | undefined) | undefined;
  /** Looks at every call before it has an effect, and may let it go wrong. */
  sabotage: ((call: Call) => Fault | undefined) | undefined;
  /** Makes the next calls of a method fail. */
  failNext(method: string, fault: Fault, times?: number): void;
  /** Waits until something can be seen. @throws Error after `timeoutMs` */
  until<Result>(look: () => Result | undefined | false, timeoutMs?: number): Promise<Result>;
  /** From now on the token is unknown; a poll that is held is answered so. */
  revokeToken(): void;
  close(): Promise<void>;
}

/** Starts a server on a free port of this machine. */
export async function startFakeBotApi(options: {
  readonly token: string;
  readonly botInfo: UserFromGetMe;
  /** A bot that has stored updates before takes the same numbers for repetitions. @default 1000 */
  readonly firstUpdateId?: number;
}): Promise<FakeBotApi> {
  const world = new World(options.botInfo);
  const queue = new UpdateQueue(options.firstUpdateId);
  const presses = new Map<string, OpenPress>();
  const profile = new Map<string, unknown>();
  const methods = createMethods(world, presses, profile);
  const calls: Call[] = [];
  let isRevoked = false;
  const faults: { readonly method: string; readonly fault: Fault }[] = [];

  const takeFault = (method: string): Fault | undefined => {
    const index = faults.findIndex((planned) => planned.method === method);
    return index < 0 ? undefined : faults.splice(index, 1)[0]?.fault;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, fileToken, filePath] = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
    if (filePath !== undefined) {
      const file = world.files.get(decodeURIComponent(filePath));
      response.writeHead(fileToken === options.token && file !== undefined ? 200 : 404);
      return void response.end(file);
    }
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const payload = await readPayload(request);
    if (token !== options.token || isRevoked) throw new BotApiRefusal(401, 'Unauthorized');
    const call = { method, payload };
    if (method !== 'getUpdates') calls.push(call);
    const fault = takeFault(method) ?? fakeServer.sabotage?.(call);
    if (fault?.kind === 'dropBefore') return void request.socket.destroy();
    if (fault?.kind === 'hangBefore') return;
    if (fault?.kind === 'badGateway') {
      response.writeHead(502, { 'content-type': 'text/html' });
      return void response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
    }
    if (fault?.kind === 'refusal') throw fault.refusal;
    const seconds = fakeServer.budget?.(call);
    if (seconds !== undefined) {
      const words = `Too Many Requests: retry after ${seconds}`;
      throw new BotApiRefusal(429, words, { retry_after: seconds });
    }
    const run = methods.get(method);
    if (method !== 'getUpdates' && run === undefined) throw new BotApiRefusal(404, 'Not Found');
    const result =
      run === undefined
        ? await queue.poll(payload, (listener) => response.on('close', listener))
        : run(payload);
    if (fault?.kind === 'dropAfter') return void request.socket.destroy();
    if (fault?.kind === 'hangAfter') return;
    respond(response, 200, { ok: true, result });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const refusal =
        error instanceof BotApiRefusal ? error : new BotApiRefusal(500, `fake server: ${error}`);
      const { errorCode, message, parameters } = refusal;
      const body = { ok: false, error_code: errorCode, description: message };
      respond(response, errorCode, parameters ? { ...body, parameters } : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const fakeServer: FakeBotApi = {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: options.token,
    world,
    people: new People(world, queue, presses),
    queue,
    calls,
    profile,
    presses,
    budget: undefined,
    sabotage: undefined,
    failNext(method, fault, times = 1) {
      for (let count = 0; count < times; count++) faults.push({ method, fault });
    },
    until,
    revokeToken() {
      isRevoked = true;
      queue.dismiss(new BotApiRefusal(401, 'Unauthorized'));
    },
    async close() {
      queue.release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fakeServer;
}

async function until<Result>(
  look: () => Result | undefined | false,
  timeoutMs = 5000,
): Promise<Result> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`not seen within ${timeoutMs} ms: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function readPayload(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const [, boundary] = /boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '') ?? [];
  return boundary === undefined
    ? (JSON.parse(body.toString('utf8') || '{}') as Payload)
    : readForm(body, boundary);
}

/** A form with files: their bytes as Buffers, by the name that `attach://` gives. */
function readForm(body: Buffer, boundary: string): Payload {
  const parts = body.toString('latin1').split(`--${boundary}`).slice(1, -1);
  const fields: Record<string, unknown> = {};
  for (const part of parts) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const [, name = ''] = /name="?([^";\r]+)/.exec(head) ?? [];
    const bytes = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1');
    fields[name] = /filename/.test(head) ? bytes : bytes.toString('utf8');
  }
  return fields;
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
