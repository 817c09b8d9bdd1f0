/** How bytes are put into chunks: inside-characters cuts every multi-byte character after its first byte. */
export type Chunking = 'line' | 'byte' | 'inside-characters' | 'several-lines';

/** What a broken server might send instead of a line of JSON. */
export const brokenJsonLine = '<<< this is not JSON >>>';

const linesAtOnce = 3;

export interface LineFormat {
  readonly chunking: Chunking;
  readonly lineEnding: '\n' | '\r\n';
  readonly finalNewline: boolean;
}

/** Turns lines into the chunks to write. Nothing is kept back longer than the chunking asks for. */
export interface LineWriter {
  /** @param isLast the end of the answer: everything kept back comes along. */
  chunksOf(line: string, isLast: boolean): readonly Uint8Array[];
}

export function createLineWriter(format: LineFormat): LineWriter {
  let waiting = '';
  let waitingLines = 0;
  return {
    chunksOf(line, isLast) {
      waiting += isLast && !format.finalNewline ? line : line + format.lineEnding;
      waitingLines += 1;
      if (format.chunking === 'several-lines' && waitingLines < linesAtOnce && !isLast) return [];
      const bytes = Buffer.from(waiting, 'utf8');
      waiting = '';
      waitingLines = 0;
      return splitBytes(bytes, format.chunking);
    },
  };
}

function splitBytes(bytes: Uint8Array, chunking: Chunking): readonly Uint8Array[] {
  if (chunking === 'byte') return Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
  if (chunking !== 'inside-characters') return [bytes];
  const chunks: Uint8Array[] = [];
  let from = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    // 0b11xxxxxx starts a multi-byte character; the cut comes right behind it.
    if (((bytes[index] ?? 0) & 0xc0) === 0xc0) {
      chunks.push(bytes.subarray(from, index + 1));
      from = index + 1;
    }
  }
  if (from < bytes.length) chunks.push(bytes.subarray(from));
  return chunks;
}
