/** Tool of the tests: a port of this machine that is free, for a server that has to be told one. */
import { createServer } from 'node:net';

export async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
