import type { FinishedReply } from '../interface.ts';

interface ModelMessage {
  readonly id: string;
  readonly parentId: string | null;
  readonly isReply: boolean;
  isStreaming: boolean;
}

/** What the message tree of one session should do, in the plainest form. */
export class TreeModel {
  readonly messages: ModelMessage[] = [];
  leafId: string | null = null;
  promptTokens = 0;
  replyTokens = 0;

  insertTurn(parentId: string | null, userMessageId: string, replyId: string): void {
    this.messages.push({ id: userMessageId, parentId, isReply: false, isStreaming: false });
    this.insertReply(userMessageId, replyId);
  }

  insertReply(userMessageId: string, replyId: string): void {
    this.messages.push({ id: replyId, parentId: userMessageId, isReply: true, isStreaming: true });
    this.leafId = replyId;
  }

  finish({ replyId, usage }: FinishedReply): void {
    const reply = this.messages.find((message) => message.id === replyId);
    if (reply === undefined || !reply.isStreaming) return;
    reply.isStreaming = false;
    this.promptTokens += usage.promptTokens ?? 0;
    this.replyTokens += usage.replyTokens ?? 0;
  }

  selectBranch(messageId: string): void {
    this.leafId =
      this.messages.filter((message) => this.branch(message.id).includes(messageId)).at(-1)?.id ?? null;
  }

  /** Ids from the root down to `messageId`. */
  branch(messageId: string | null): readonly string[] {
    if (messageId === null) return [];
    return [...this.branch(this.parentOf(messageId)), messageId];
  }

  siblings(messageId: string): readonly string[] {
    const parentId = this.parentOf(messageId);
    return this.messages.filter((message) => message.parentId === parentId).map((message) => message.id);
  }

  private parentOf(messageId: string): string | null {
    return this.messages.find((message) => message.id === messageId)?.parentId ?? null;
  }
}
