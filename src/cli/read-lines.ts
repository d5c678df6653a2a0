/** Lines of a stream, parted by line feeds alone: node:readline also breaks at U+2028, which JSON allows in a line. */

/** Yields the lines of a UTF-8 stream as they come, without line ends and without a byte order mark. */
export async function* readLines(
  input: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
