import { writeSync } from 'node:fs';
import { openConnection } from '../database.ts';
import { createDatabase } from '../repository.ts';

// Journals numbered pieces into answers of the database in argv[2] until it is killed, and prints each number once
// its piece is committed. argv[3] tells one run from another.

const [, , path = '', run = ''] = process.argv;
const db = createDatabase(openConnection(path));
const sessionId = run.padStart(10, '0');
db.createSession({
  id: sessionId,
  projectId: null,
  model: 'm',
  isModelChecked: true,
  systemPrompt: '',
  parameters: {},
  at: 1,
});
let parentId: string | null = null;
for (let turn = 0; ; turn += 1) {
  const replyId: string = `r-${run}-${turn}`;
  db.insertTurn({
    sessionId,
    parentId,
    userMessageId: `u-${run}-${turn}`,
    text: 'Count',
    attachmentIds: [],
    remembers: false,
    replies: [{ replyId, model: 'm' }],
    at: turn,
  });
  for (let piece = 0; piece < 20; piece += 1) {
    db.appendReplyText({ replyId, content: `[${piece}]${'.'.repeat(300)}`, thinking: '' });
    writeSync(1, `${turn} ${piece}\n`);
  }
  parentId = replyId;
}
