/** Finds the encoding that HTML and XML name themselves, before they are decoded. */

/** The encoding that the text declares of itself: in its XML declaration, or in a `meta` of its head. */
export function findCharset(body: Buffer): string {
  const head = body.subarray(0, 2048).toString('latin1');
  const declared =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head) ??
    /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  return declared?.[1] ?? '';
}
