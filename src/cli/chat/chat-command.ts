/** What a line of a chat asks for. */

/** A question, or a command with what stands behind it. */
export type ChatLine =
  | { readonly kind: 'empty' }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'more' | 'help' | 'articles' | 'quit' }
  | { readonly kind: 'context' | 'open'; readonly target: string }
  | { readonly kind: 'unknown'; readonly command: string };

/** Reads a line: `/name`, also with a full-width slash or a short name (`/m`), is a command; all else a question, but for a bare `exit` or `quit`. */
export function parseChatLine(line: string): ChatLine {
  const text = line.trim();
  if (text === '') return { kind: 'empty' };
  // What people type to leave other programs; nobody asks a library that.
  if (/^(exit|quit|:q)$/i.test(text)) return { kind: 'quit' };
  const match = /^[/／](\S*)\s*(.*)$/su.exec(text);
  if (!match) return { kind: 'question', text };
  const [, name = '', target = ''] = match;
  switch (name.toLowerCase()) {
    case 'more':
    case 'm':
      return { kind: 'more' };
    case 'context':
    case 'c':
      return { kind: 'context', target: target || '1' };
    case 'open':
    case 'o':
      return { kind: 'open', target: target || '1' };
    case 'articles':
      return { kind: 'articles' };
    case 'help':
    case 'h':
    case '?':
      return { kind: 'help' };
    case 'quit':
    case 'exit':
    case 'q':
      return { kind: 'quit' };
    default:
      return { kind: 'unknown', command: `/${name}` };
  }
}
