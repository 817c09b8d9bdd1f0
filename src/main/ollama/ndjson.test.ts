import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNdjson } from './ndjson.ts';

async function* chunked(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** All values up to the end or the failure, and the failure. */
async function readAll(chunks: AsyncIterable<Uint8Array>, maxBytes?: number) {
  const values: unknown[] = [];
  try {
    for await (const value of parseNdjson(chunks, maxBytes)) values.push(value);
  } catch (failure) {
    return { values, failure };
  }
  return { values, failure: null };
}

function cutAt(bytes: Uint8Array, positions: readonly number[]): readonly Uint8Array[] {
  const cuts = [0, ...positions.map((at) => at % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => bytes.subarray(cuts[index], to));
}

const jsonValues = fc.array(fc.jsonValue({ stringUnit: 'binary' }));
const positions = fc.array(fc.nat(), { maxLength: 30 });
const lineEndings = fc.constantFrom('\n', '\r\n', '\n\n', ' \r\n \n');

describe('reading newline-delimited JSON', () => {
  it('gives the same values wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        jsonValues,
        positions,
        lineEndings,
        fc.boolean(),
        async (values, cuts, ending, isOpen) => {
          const lines = values.map((value) => JSON.stringify(value));
          const bytes = Buffer.from(lines.join(ending) + (isOpen ? '' : ending));
          const outcome = await readAll(chunked(...cutAt(bytes, cuts)));
          expect(outcome).toEqual({ values: lines.map((line) => JSON.parse(line)), failure: null });
        },
      ),
    );
  });

  it('gives the same values one byte at a time', async () => {
    await fc.assert(
      fc.asyncProperty(jsonValues, async (values) => {
        const lines = values.map((value) => `${JSON.stringify(value)}\n`);
        const bytes = Buffer.from(lines.join(''));
        const single = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
        expect((await readAll(chunked(...single))).values).toEqual(lines.map((line) => JSON.parse(line)));
      }),
    );
  });

  it('gives a value as soon as its line is complete', async () => {
    const values = parseNdjson(chunked('{"a":1}\n{"b"', ':2}\n'));
    expect(await values.next()).toEqual({ value: { a: 1 }, done: false });
    expect(await values.next()).toEqual({ value: { b: 2 }, done: false });
    expect(await values.next()).toEqual({ value: undefined, done: true });
  });

  it('ignores a byte order mark, even a cut one', async () => {
    const outcome = await readAll(chunked(Uint8Array.of(0xef), Uint8Array.of(0xbb, 0xbf), '1\n2\n'));
    expect(outcome).toEqual({ values: [1, 2], failure: null });
  });

  it('reports garbage with an excerpt, after the values before it', async () => {
    const outcome = await readAll(chunked(`1\n<html>${'x'.repeat(1_000)}\n2\n`));
    expect(outcome.values).toEqual([1]);
    expect(outcome.failure).toMatchObject({ report: { code: 'bad-response' } });
    expect(JSON.stringify(outcome.failure)).toContain('<html>xxx');
    expect(JSON.stringify(outcome.failure).length).toBeLessThan(400);
  });

  it('reports half a line at the end', async () => {
    const outcome = await readAll(chunked('1\n{"a":'));
    expect(outcome).toMatchObject({ values: [1], failure: { report: { code: 'bad-response' } } });
  });

  it('reads a line up to the limit and refuses a longer one, complete or not', async () => {
    const long = JSON.stringify('x'.repeat(98));
    expect(await readAll(chunked(`${long}\n`), 100)).toMatchObject({ failure: null });
    expect(await readAll(chunked(long), 100)).toMatchObject({ failure: null });
    expect(await readAll(chunked(`1\n${long}`, ' \n'), 100)).toMatchObject({
      values: [1],
      failure: { report: { code: 'bad-response' } },
    });
    expect(await readAll(chunked('1\n', long, '  '), 100)).toMatchObject({
      values: [1],
      failure: { report: { code: 'bad-response' } },
    });
  });

  it('puts a line of megabytes together from tiny chunks without copying it again and again', async () => {
    const text = 'long '.repeat(400_000);
    const bytes = Buffer.from(`${JSON.stringify(text)}\n`);
    async function* crumbs() {
      for (let at = 0; at < bytes.length; at += 8) yield bytes.subarray(at, at + 8);
    }
    expect((await readAll(crumbs())).values).toEqual([text]);
  });

  it('passes on why the bytes stopped coming', async () => {
    const cut = new Error('cut');
    async function* broken() {
      yield Buffer.from('1\n2');
      throw cut;
    }
    expect(await readAll(broken())).toEqual({ values: [1], failure: cut });
  });
});
