/** Tool of the tests: a web server on this machine whose pages a test changes at will. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page: its body, or a function that answers by itself. */
type Page =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Buffer;
    }
  | ((response: ServerResponse, headers: IncomingHttpHeaders) => void);

export interface WebServer {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly origin: string;
  /** By path. */
  readonly pages: Map<string, Page>;
  /** What was asked for, in order. */
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

export async function startWebServer(): Promise<WebServer> {
  const pages = new Map<string, Page>();
  const requests: WebServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    const page = pages.get(path) ?? { status: 404, body: 'nothing here' };
    if (typeof page === 'function') return page(response, request.headers);
    response.writeHead(page.status ?? 200, page.headers);
    response.end(page.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A feed in RSS. */
export function makeRss(
  title: string,
  items: readonly {
    readonly id: string;
    readonly title?: string;
    readonly html?: string;
    readonly teaser?: string;
    readonly link?: string;
  }[],
): string {
  const entries = items.map(
    (item) =>
      `<item><guid isPermaLink="false">${item.id}</guid>${item.title ? `<title>${item.title}</title>` : ''}${
        item.link ? `<link>${item.link}</link>` : ''
      }${item.teaser ? `<description>${item.teaser}</description>` : ''}${
        item.html ? `<content:encoded><![CDATA[${item.html}]]></content:encoded>` : ''
      }<pubDate>Wed, 25 Nov 2026 08:00:00 +0800</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title>${entries.join('')}</channel></rss>`;
}
