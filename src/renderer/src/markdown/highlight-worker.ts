import { chunkRuns } from './code-chunks.ts';
import { colourCode } from './highlight-engine.ts';
import { type ColourPart, type ColourRequest, chunksPerPart } from './highlight-protocol.ts';

// A thread of its own: the first call of a language compiles its grammar (20 to 40 ms were measured), and a long block
// takes as long again. The only sender of messages is highlight-worker-client.ts.

addEventListener('message', ({ data }: MessageEvent<ColourRequest>) => {
  const runs = colourCode(data.language, data.code);
  const chunks = runs === undefined ? [] : chunkRuns(runs);
  for (let start = 0; start === 0 || start < chunks.length; start += chunksPerPart) {
    const end = start + chunksPerPart;
    const part: ColourPart = { id: data.id, chunks: chunks.slice(start, end), isLast: end >= chunks.length };
    postMessage(part);
  }
});
