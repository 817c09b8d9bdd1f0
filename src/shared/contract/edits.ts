import * as v from 'valibot';
import { attachmentIdSchema, type MessageId, messageIdSchema, sessionIdSchema } from '../domain.ts';
import { attachmentCountLimit } from './attachments.ts';
import { messageLengthLimit } from './chat.ts';
import { takes } from './define.ts';

const editSchema = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(messageLengthLimit)),
  /** Files of the message that shall not go with the new one. */
  removedIds: v.pipe(v.array(attachmentIdSchema), v.maxLength(attachmentCountLimit), v.readonly()),
  /** Its field is shown. */
  isOpen: v.boolean(),
});
/** A message being written anew, not sent or saved yet. */
export type Edit = Readonly<v.InferOutput<typeof editSchema>>;

/** An edit with the message it is of. */
export interface MessageEdit extends Edit {
  readonly messageId: MessageId;
}

export const editRequests = {
  /** Keeps what is written; null forgets it. Error: not-found. */
  'edits:save': takes(
    v.strictObject({
      sessionId: sessionIdSchema,
      messageId: messageIdSchema,
      edit: v.nullable(editSchema),
    }),
  ).returns<void>(),
};
