import { startDemoServer } from '../src/demo-server/demo-server.ts';
import { createTextSource } from './conversation-text.ts';

// A server of its own process whose answers never end within a measurement. Prints its address.

const text = createTextSource(7);
const answer = Array.from({ length: 2_000 }, text.answer).join('\n\n');
const server = await startDemoServer({ tokensPerSecond: 100, behaviour: { kind: 'answer', answer } });
process.stdout.write(`${server.address}\n`);
