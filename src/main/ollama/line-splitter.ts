const lineFeed = 0x0a;

/** Cuts bytes into lines, wherever the chunks end. Works on bytes, so a cut inside a character does no harm. */
export interface LineSplitter {
  /** The lines completed by this chunk, without their line feed. */
  push(chunk: Uint8Array): readonly Uint8Array[];
  /** What came after the last line feed; null when there is nothing. */
  end(): Uint8Array | null;
  /** Length of the line still open, in bytes. */
  readonly openBytes: number;
}

/** Pure and linear: a long line in many small chunks is put together once, when it is complete. */
export function createLineSplitter(): LineSplitter {
  let parts: Uint8Array[] = [];
  let openBytes = 0;

  function close(lastPart: Uint8Array): Uint8Array {
    const line = parts.length === 0 ? lastPart : Buffer.concat([...parts, lastPart]);
    parts = [];
    openBytes = 0;
    return line;
  }

  return {
    get openBytes() {
      return openBytes;
    },
    push(chunk) {
      const lines: Uint8Array[] = [];
      let from = 0;
      for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, from)) {
        lines.push(close(chunk.subarray(from, at)));
        from = at + 1;
      }
      if (from < chunk.length) {
        parts.push(chunk.subarray(from));
        openBytes += chunk.length - from;
      }
      return lines;
    },
    end() {
      return openBytes === 0 ? null : close(new Uint8Array(0));
    },
  };
}
