/**
 * Tool of the chaos tests: the way of updates to a webhook, over a gateway that loses some, brings some twice, and keeps some
 * answers to itself.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of an update on its way. */
const TROUBLES = ['lost', 'unheard', 'doubled', 'gateway'] as const;

export interface RoughWay {
  /** What Telegram is told to call. */
  readonly url: string;
  /** How often each trouble has come up. */
  readonly troubles: Readonly<Record<(typeof TROUBLES)[number], number>>;
  close(): Promise<void>;
}

/**
 * @param options.port where the bot listens
 * @param options.share of the calls that go wrong, from 0 to 1
 */
export async function startRoughWay(options: {
  readonly port: number;
  readonly share: number;
  readonly random: () => number;
}): Promise<RoughWay> {
  const { port, share, random } = options;
  const troubles = { lost: 0, unheard: 0, doubled: 0, gateway: 0 };
  const server = createServer(async (request, response) => {
    const trouble = random() < share ? TROUBLES[Math.floor(random() * TROUBLES.length)] : undefined;
    if (trouble !== undefined) troubles[trouble] += 1;
    const bring = await readCall(request, `http://127.0.0.1:${port}`);
    if (trouble === 'lost') return void request.socket.destroy();
    const statuses = await Promise.all(trouble === 'doubled' ? [bring(), bring()] : [bring()]);
    if (trouble === 'unheard') return void request.socket.destroy();
    response.writeHead(trouble === 'gateway' ? 502 : Math.max(...statuses)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/quoth`,
    troubles,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @returns brings the call on, and tells the status; 502 when nobody is there */
async function readCall(request: IncomingMessage, to: string): Promise<() => Promise<number>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const name = 'x-telegram-bot-api-secret-token';
  const headers = { [name]: String(request.headers[name]) };
  const body = Buffer.concat(chunks).toString();
  return () =>
    fetch(to + request.url, { method: 'POST', headers, body }).then(
      ({ status }) => status,
      () => 502,
    );
}
