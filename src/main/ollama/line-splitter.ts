const lineFeed = 0x0a;
const firstCapacity = 4_096;

/** Cuts bytes into lines, wherever the chunks end. Works on bytes, so a cut inside a character does no harm. */
export interface LineSplitter {
  /** The lines completed by this chunk, without their line feed. */
  push(chunk: Uint8Array): readonly Uint8Array[];
  /** What came after the last line feed; null when there is nothing. */
  end(): Uint8Array | null;
  /** Length of the line still open, in bytes. */
  readonly openBytes: number;
}

/** Pure and linear: the open line is collected in a buffer that doubles, so every byte is copied a few times at most. */
export function createLineSplitter(): LineSplitter {
  let open = new Uint8Array(0);
  let openBytes = 0;

  function append(bytes: Uint8Array): void {
    const needed = openBytes + bytes.length;
    if (needed > open.length) {
      const larger = new Uint8Array(Math.max(needed, open.length * 2, firstCapacity));
      larger.set(open.subarray(0, openBytes));
      open = larger;
    }
    open.set(bytes, openBytes);
    openBytes = needed;
  }

  function take(): Uint8Array {
    const line = open.subarray(0, openBytes);
    // The next line gets a buffer of its own: this one belongs to the caller now.
    open = new Uint8Array(0);
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
        const part = chunk.subarray(from, at);
        from = at + 1;
        if (openBytes === 0) {
          lines.push(part);
        } else {
          append(part);
          lines.push(take());
        }
      }
      if (from < chunk.length) append(chunk.subarray(from));
      return lines;
    },
    end() {
      return openBytes === 0 ? null : take();
    },
  };
}
