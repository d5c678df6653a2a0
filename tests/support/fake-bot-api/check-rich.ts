/**
 * Tool of the tests, part of the fake Bot API server: takes a rich message as strictly as Telegram does, for the blocks that
 * bots of this kind send, and tells the text that a person sees.
 */
import { badRequest } from './refusal.js';

/** Limits of a rich message (grammY's types of Bot API 10.3, `InputRichMessage`). */
const LIMITS = { characters: 32_768, blocks: 500, depth: 16 } as const;
const BLOCKS = new Set(['paragraph', 'heading', 'footer', 'divider', 'expandable_blockquote']);
const TEXTS = new Set(['bold', 'italic', 'marked', 'url', 'reference', 'reference_link']);

type Fields = Readonly<Record<string, unknown>>;

/** Checks `rich_message` of a call. @throws BotApiRefusal. @returns what can be read, block by block */
export function checkRich(given: unknown): string {
  const { blocks, html, markdown } = (given ?? {}) as Fields;
  if ([blocks, html, markdown].filter((field) => field !== undefined).length !== 1) {
    throw badRequest('exactly one of rich message fields html, markdown, and blocks must be used');
  }
  if (!Array.isArray(blocks)) throw badRequest('fake server: only blocks are known here');
  if (blocks.length === 0) throw badRequest('message text is empty');
  if (blocks.length > LIMITS.blocks) throw badRequest('RICH_TOO_MANY_BLOCKS');
  const names = { links: new Set<string>(), references: new Set<string>() };
  const read = (text: unknown, depth: number): string => {
    if (depth > LIMITS.depth) throw badRequest('RICH_TOO_DEEP');
    if (typeof text === 'string') return text;
    if (Array.isArray(text)) return text.map((part) => read(part, depth + 1)).join('');
    const { type, url, name, reference_name: linked } = (text ?? {}) as Fields;
    if (!TEXTS.has(String(type))) throw badRequest('RICH_VALIDATE_CTOR_NOT_ALLOWED');
    if (type === 'url' && !/^https?:\/\/\S+$/.test(String(url)))
      throw badRequest('RICH_URL_INVALID');
    if (type === 'reference') names.references.add(String(name));
    if (type === 'reference_link') names.links.add(String(linked));
    return read((text as Fields)['text'], depth + 1);
  };
  const lines = blocks.map((block: Fields) => {
    if (!BLOCKS.has(String(block['type']))) throw badRequest('RICH_VALIDATE_CTOR_NOT_ALLOWED');
    if (block['type'] === 'divider') return '———';
    const text = read(block['text'], 1);
    return block['credit'] === undefined ? text : `${text}\n— ${read(block['credit'], 1)}`;
  });
  for (const link of names.links) {
    if (!names.references.has(link)) throw badRequest(`RICH_REFERENCE_NOT_FOUND: ${link}`);
  }
  const shown = lines.join('\n\n');
  if ([...shown].length > LIMITS.characters) throw badRequest('message is too long');
  return shown;
}
