import type { Edit } from '#shared/contract/edits.ts';
import type { Outline } from '#shared/contract/messages.ts';
import type { OpenedSession } from '#shared/contract/sessions.ts';
import type { Message, MessageId, MessagePage, Session, SessionId } from '#shared/domain.ts';
import type { Within } from './within.ts';

/** Messages as they are read, shown and changed. See `Database` for what holds of all calls. */
export interface MessageCalls {
  openSession(input: { readonly sessionId: SessionId; readonly limit: number } & Within): OpenedSession;
  /** The `limit` messages of the active branch above `beforeId`, oldest first. */
  listOlderMessages(
    input: {
      readonly sessionId: SessionId;
      readonly beforeId: MessageId;
      readonly limit: number;
    } & Within,
  ): MessagePage;
  /** The `limit` messages of the active branch below `afterId` (null = from its root). Error: not-found when that is on another branch. */
  listNewerMessages(
    input: {
      readonly sessionId: SessionId;
      readonly afterId: MessageId | null;
      readonly limit: number;
    } & Within,
  ): MessagePage;
  /** A message of the active branch with some around it. Error: not-found when it is on another branch. */
  openSessionAt(
    input: {
      readonly sessionId: SessionId;
      readonly messageId: MessageId;
      readonly above: number;
      readonly below: number;
    } & Within,
  ): OpenedSession;
  /** The newest leaf below `messageId`; null when that is on the active branch already. */
  findLeafBelow(
    input: { readonly sessionId: SessionId; readonly messageId: MessageId } & Within,
  ): MessageId | null;
  getMessage(input: { readonly sessionId: SessionId; readonly messageId: MessageId } & Within): Message;
  /** Those that are there, in the order asked for. */
  getSomeMessages(
    input: { readonly sessionId: SessionId; readonly messageIds: readonly MessageId[] } & Within,
  ): readonly Message[];
  /** Every shown message of every branch, at most `limit` (absent: `outlineLimit`) of them. */
  readOutline(input: { readonly sessionId: SessionId; readonly limit?: number } & Within): Outline;
  /** The shown branch, from its root down. */
  listBranchIds(input: { readonly sessionId: SessionId } & Within): readonly MessageId[];
  /** Ends of branches outside the trash; 1 without forks, 0 for a session without messages. */
  countBranches(input: { readonly sessionId: SessionId } & Within): number;
  /** Those that are not on the shown branch of their session. */
  listElsewhere(input: { readonly messages: readonly MessagePlace[] }): readonly MessageId[];
  /** An answer with other words beside the one it was, as the active leaf. Errors: busy, invalid-input. */
  insertEditedAnswer(
    input: {
      readonly sessionId: SessionId;
      readonly messageId: MessageId;
      readonly newId: MessageId;
      readonly text: string;
      readonly at: number;
    } & Within,
  ): Session;
  /** Makes the newest leaf below `messageId` the active one. */
  selectBranch(input: { readonly sessionId: SessionId; readonly messageId: MessageId } & Within): Session;
  /** Other words for a message, not sent yet; null forgets them. */
  saveMessageEdit(input: {
    readonly sessionId: SessionId;
    readonly messageId: MessageId;
    readonly edit: Edit | null;
    readonly at: number;
  }): void;
}

/** A message of a session. */
export interface MessagePlace {
  readonly sessionId: SessionId;
  readonly messageId: MessageId;
}
