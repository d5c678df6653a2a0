/** Fetches a file that somebody has sent, while it is counted; its address holds the token and is told to nobody. */
import type { Api } from 'grammy';
import { AppError } from '../errors.js';

/** How long a file may take. */
const TIMEOUT_MS = 120_000;

export type FetchFile = (fileId: string) => AsyncIterable<Uint8Array>;

export function createFetchFile(options: {
  readonly api: Api;
  readonly apiRoot: string;
  readonly token: string;
}): FetchFile {
  const { api, apiRoot, token } = options;
  return async function* fetchFile(fileId) {
    const { file_path } = await api.getFile(fileId);
    const fail = (): AppError =>
      new AppError('FETCH_FAILED', 'expected the file from Telegram, got none');
    const path = (file_path ?? '').split('/').map(encodeURIComponent).join('/');
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => undefined);
    if (response?.ok !== true || response.body === null) throw fail();
    try {
      for await (const chunk of response.body) yield chunk;
    } catch {
      throw fail();
    }
  };
}
