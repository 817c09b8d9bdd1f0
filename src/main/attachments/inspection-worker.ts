import { parentPort } from 'node:worker_threads';
import { toErrorReport } from '#shared/errors.ts';
import { inspectFile } from './inspect-file.ts';
import type { InspectionAnswer, InspectionRequest } from './inspection.ts';
import { wholeBuffers } from './whole-buffers.ts';

// A thread that opens files of strangers: what hangs or breaks here takes nothing else with it.

if (parentPort === null) throw new Error('inspection-worker.ts runs as a worker thread only');
const port = parentPort;

port.on('message', (request: InspectionRequest) => {
  void answer(request).then((message) => port.postMessage(message, buffersOf(message)));
});

function buffersOf(message: InspectionAnswer): ArrayBuffer[] {
  return message.ok ? wholeBuffers(message.file.bytes, message.file.sent?.bytes) : [];
}

async function answer({ id, file }: InspectionRequest): Promise<InspectionAnswer> {
  try {
    return { id, ok: true, file: await inspectFile(file) };
  } catch (thrown) {
    return { id, ok: false, error: toErrorReport(thrown) };
  }
}
