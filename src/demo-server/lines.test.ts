import { describe, expect, it } from 'vitest';
import { type Chunking, createLineWriter } from './lines.ts';

const lines = ['{"a":"é😀"}', '{"b":"東"}', '{"c":1}', '{"d":2}'];

function written(chunking: Chunking, lineEnding: '\n' | '\r\n' = '\n', finalNewline = true) {
  const writer = createLineWriter({ chunking, lineEnding, finalNewline });
  return lines.flatMap((line, index) => writer.chunksOf(line, index === lines.length - 1));
}

describe('writing lines in chunks', () => {
  it.each<Chunking>(['line', 'byte', 'inside-characters', 'several-lines'])(
    '%s keeps every byte',
    (chunking) => {
      expect(Buffer.concat(written(chunking)).toString()).toBe(`${lines.join('\n')}\n`);
      expect(Buffer.concat(written(chunking, '\r\n', false)).toString()).toBe(lines.join('\r\n'));
    },
  );

  it('puts as many lines or bytes into a chunk as asked', () => {
    expect(written('line')).toHaveLength(4);
    expect(written('several-lines')).toHaveLength(2);
    expect(written('byte').every((chunk) => chunk.length === 1)).toBe(true);
  });

  it('cuts inside every character that can be cut', () => {
    const broken = written('inside-characters').filter((chunk) =>
      Buffer.from(chunk).toString().endsWith('\uFFFD'),
    );
    expect(broken).toHaveLength(3);
  });
});
