import type { MessageId } from '#shared/domain.ts';

interface Node {
  readonly id: MessageId;
  readonly parentId: MessageId | null;
  readonly sequence: number;
}

/** Why messages are no tree in the order in which they came: a sentence without its end, or null when they are one. */
export function treeProblem(activeLeafId: MessageId | null, messages: readonly Node[]): string | null {
  const known = new Set<MessageId>();
  let lastSequence = 0;
  for (const [index, { id, parentId, sequence }] of messages.entries()) {
    const name = `message ${index + 1}`;
    if (known.has(id)) return `${name} has the id of another one`;
    if (sequence <= lastSequence) return `${name} is not in the order of the sequence numbers`;
    if (parentId !== null && !known.has(parentId))
      return `${name} follows a message that does not come before it`;
    known.add(id);
    lastSequence = sequence;
  }
  if (activeLeafId !== null && !known.has(activeLeafId)) return 'the message it was left at is not in it';
  return null;
}
