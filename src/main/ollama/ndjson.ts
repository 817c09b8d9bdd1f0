import { AppError } from '#shared/errors.ts';
import { createLineSplitter } from './line-splitter.ts';

/** The Go client of Ollama allows as much; an honest line of a chat has a few hundred bytes. */
const maxLineBytes = 8 * 1024 * 1024;
const excerptLength = 120;

/**
 * Reads newline-delimited JSON: every line one value, cut into chunks anywhere. Blank lines, CRLF, a byte order mark
 * and a missing line feed at the end are all right.
 * @returns the values in order, each as soon as its line is complete
 * @throws AppError bad-response at a line that is no JSON or longer than `maxBytes`, after all values before it;
 *   and whatever `chunks` throws
 */
export async function* parseNdjson(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number = maxLineBytes,
): AsyncGenerator<unknown, void, undefined> {
  const splitter = createLineSplitter();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let isFirst = true;

  function textOf(line: Uint8Array): string {
    if (line.length > maxBytes) throw lineTooLong(maxBytes);
    const text = decoder.decode(line);
    const start = isFirst && text.startsWith('\uFEFF') ? 1 : 0;
    isFirst = false;
    return text.slice(start).trim();
  }

  for await (const chunk of chunks) {
    for (const line of splitter.push(chunk)) {
      const text = textOf(line);
      if (text !== '') yield parseLine(text);
    }
    // A line without end must not fill the memory while its end is awaited.
    if (splitter.openBytes > maxBytes) throw lineTooLong(maxBytes);
  }
  const rest = splitter.end();
  const text = rest === null ? '' : textOf(rest);
  if (text !== '') yield parseLine(text);
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const excerpt = text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text;
    throw new AppError({ code: 'bad-response', details: { detail: `not JSON: ${excerpt}` } }, { cause });
  }
}

function lineTooLong(maxBytes: number): AppError {
  return new AppError({
    code: 'bad-response',
    details: { detail: `a line is longer than ${maxBytes} bytes` },
  });
}
