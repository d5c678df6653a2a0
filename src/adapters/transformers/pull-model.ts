/**
 * Downloads a model from the Hugging Face hub or a mirror. Files gather in a hidden folder that becomes the model's
 * folder when all are there: a model is there whole or not at all, and a stopped download goes on where it was.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../errors.js';
import { hashFile } from '../../hash-file.js';
import { downloadFile, type Fetch } from './download-file.js';

/** What to download, from where, to where. */
export interface PullModelOptions {
  readonly id: string;
  /** Branch, tag or commit. */
  readonly revision: string;
  /** Server with its scheme, without a slash at the end. */
  readonly host: string;
  readonly modelsDir: string;
  /** Folder name under `modelsDir`. */
  readonly name: string;
  readonly fetch: Fetch;
  readonly onProgress?: (progress: {
    readonly file: string;
    readonly doneBytes: number;
    readonly totalBytes: number | undefined;
  }) => void;
  readonly signal?: AbortSignal;
  /** Wait before the n-th new attempt. @default 1, 2, 4 s */
  readonly retryDelaysMs?: readonly number[];
}

/** What is in the model's folder now. */
export interface PullModelResult {
  readonly name: string;
  readonly path: string;
  /** The commit, where the server names it. */
  readonly revision: string;
  readonly bytes: number;
  /** It was there already, whole: nothing was downloaded. */
  readonly alreadyThere: boolean;
}

interface Manifest {
  readonly id: string;
  readonly revision: string;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
  /** What goes before questions and passages. */
  readonly prefixes: { readonly question: string; readonly passage: string };
}

/** Each entry: names to try in order; with `optional`, a model does without. */
const WANTED_FILES: readonly { readonly names: readonly string[]; readonly optional?: true }[] = [
  { names: ['config.json'] },
  { names: ['tokenizer.json'] },
  { names: ['tokenizer_config.json'] },
  { names: ['special_tokens_map.json'], optional: true },
  { names: ['onnx/model_quantized.onnx', 'onnx/model.onnx'] },
];
const MANIFEST = 'quoth-model.json';

/**
 * Pulls a model into `modelsDir/name`.
 *
 * @throws AppError MODEL_NOT_FOUND (no such model, revision or file there), MODEL_DOWNLOAD_FAILED (network),
 * INTERRUPTED, USAGE (another model has that folder)
 */
export async function pullModel(options: PullModelOptions): Promise<PullModelResult> {
  const { modelsDir, name, id } = options;
  const target = path.join(modelsDir, name);
  const existing = await readManifest(target);
  if (existsSync(target) && existing?.id !== id) {
    throw new AppError('USAGE', `expected models/${name} to be free, found another model there`, {
      hint: 'name another folder with --name',
    });
  }
  const partial = path.join(modelsDir, `.${name}.part`);
  const revision = await prepare(options, partial);
  if (existing?.revision === revision && (await isWhole(target, existing))) {
    await rm(partial, { recursive: true, force: true });
    return { name, path: target, revision, bytes: sumBytes(existing), alreadyThere: true };
  }
  const files: Record<string, { bytes: number; sha256: string }> = {};
  for (const { names, optional } of WANTED_FILES) {
    const found = await downloadFirst(options, { names, revision, partial });
    if (found) files[found.name] = { bytes: found.bytes, sha256: found.sha256 };
    else if (!optional) {
      throw new AppError('MODEL_NOT_FOUND', `${id} (${revision}) has no ${names.join(' or ')}`, {
        hint: 'choose a model with ONNX files, such as those of Xenova',
      });
    }
  }
  const manifest: Manifest = { id, revision, files, prefixes: guessPrefixes(id) };
  await writeFile(path.join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  await rm(path.join(partial, '.pull.json'), { force: true });
  await swapIn(partial, target);
  return { name, path: target, revision, bytes: sumBytes(manifest), alreadyThere: false };
}

/**
 * Asks the server which commit the revision is (so that all files come from one), and makes the folder for it;
 * remains of another commit are thrown away.
 */
async function prepare(options: PullModelOptions, partial: string): Promise<string> {
  const response = await request(options, 'config.json', options.revision);
  await response.body?.cancel();
  const commit = response.headers.get('x-repo-commit');
  const revision = commit && /^[0-9a-f]{7,64}$/.test(commit) ? commit : options.revision;
  const mark = JSON.stringify({ id: options.id, revision });
  const markFile = path.join(partial, '.pull.json');
  if ((await readFile(markFile, 'utf8').catch(() => '')) !== mark) {
    await rm(partial, { recursive: true, force: true });
  }
  await mkdir(path.join(partial, 'onnx'), { recursive: true });
  await writeFile(markFile, mark);
  return revision;
}

async function request(
  options: PullModelOptions,
  file: string,
  revision: string,
): Promise<Response> {
  const { fetch, id, signal } = options;
  const url = addressOf(options, file, revision);
  const response = await fetch(url, signal ? { signal } : {}).catch((cause: unknown) => {
    if (signal?.aborted) throw new AppError('INTERRUPTED', 'the download was stopped');
    throw new AppError('MODEL_DOWNLOAD_FAILED', `no answer from ${url}: ${describe(cause)}`, {
      cause,
    });
  });
  if (response.ok) return response;
  await response.body?.cancel();
  // The hub says 401 of models that do not exist.
  if ([401, 403, 404].includes(response.status)) {
    throw new AppError('MODEL_NOT_FOUND', `${url} answered ${response.status}`, {
      hint: `check the id ${id} and the revision ${revision} on the hub`,
    });
  }
  throw new AppError('MODEL_DOWNLOAD_FAILED', `${url} answered ${response.status}`);
}

async function downloadFirst(
  options: PullModelOptions,
  place: { readonly names: readonly string[]; readonly revision: string; readonly partial: string },
) {
  for (const name of place.names) {
    const found = await downloadFile({
      url: addressOf(options, name, place.revision),
      target: path.join(place.partial, name),
      fetch: options.fetch,
      onProgress: (doneBytes, totalBytes) =>
        options.onProgress?.({ file: name, doneBytes, totalBytes }),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.retryDelaysMs ? { retryDelaysMs: options.retryDelaysMs } : {}),
    });
    if (found) return { name, ...found };
  }
  return undefined;
}

function addressOf({ host, id }: PullModelOptions, file: string, revision: string): string {
  return `${host}/${id}/resolve/${encodeURIComponent(revision)}/${file}`;
}

/** Puts the new folder in the place of the old one, which stays until the new one is there. */
async function swapIn(partial: string, target: string): Promise<void> {
  const old = `${partial}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(target)) await rename(target, old);
  await rename(partial, target);
  await rm(old, { recursive: true, force: true });
}

async function isWhole(dir: string, manifest: Manifest): Promise<boolean> {
  for (const [file, facts] of Object.entries(manifest.files)) {
    const actual = await hashFile(path.join(dir, file)).catch(() => undefined);
    if (actual?.sha256 !== facts.sha256) return false;
  }
  return true;
}

async function readManifest(dir: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(path.join(dir, MANIFEST), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}

function sumBytes(manifest: Manifest): number {
  return Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Prefixes of the well-known families, from their model cards; none for others. */
function guessPrefixes(id: string): Manifest['prefixes'] {
  if (/e5/i.test(id)) return { question: 'query: ', passage: 'passage: ' };
  if (/bge-(?:small|base|large)-zh/i.test(id)) {
    return { question: '为这个句子生成表示以用于检索相关文章：', passage: '' };
  }
  if (/bge-(?:small|base|large)-en/i.test(id)) {
    return { question: 'Represent this sentence for searching relevant passages: ', passage: '' };
  }
  return { question: '', passage: '' };
}

function describe(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message : String(inner);
}
