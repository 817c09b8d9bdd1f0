import type { FinishedReply } from '../interface.ts';

interface ModelMessage {
  readonly id: string;
  readonly parentId: string | null;
  readonly isReply: boolean;
  isStreaming: boolean;
  promptTokens: number;
  replyTokens: number;
}

const noTokens = { promptTokens: 0, replyTokens: 0 };

/** What the message tree of one session should do, in the plainest form. */
export class TreeModel {
  /** Those that are taken out, too. */
  private readonly all: ModelMessage[] = [];
  private readonly out = new Set<string>();
  leafId: string | null = null;

  get promptTokens(): number {
    return this.messages.reduce((sum, message) => sum + message.promptTokens, 0);
  }

  get replyTokens(): number {
    return this.messages.reduce((sum, message) => sum + message.replyTokens, 0);
  }

  insertTurn(parentId: string | null, userMessageId: string, replyId: string): void {
    this.all.push({ id: userMessageId, parentId, isReply: false, isStreaming: false, ...noTokens });
    this.insertReply(userMessageId, replyId);
  }

  insertReply(userMessageId: string, replyId: string): void {
    this.all.push({ id: replyId, parentId: userMessageId, isReply: true, isStreaming: true, ...noTokens });
    this.leafId = replyId;
  }

  get messages(): readonly ModelMessage[] {
    return this.all.filter(({ id }) => !this.out.has(id));
  }

  get takenOut(): readonly string[] {
    return [...this.out];
  }

  get isStreaming(): boolean {
    return this.messages.some((message) => message.isStreaming);
  }

  takeOut(messageId: string): void {
    this.out.add(messageId);
  }

  putBack(messageId: string): void {
    this.out.delete(messageId);
  }

  /** Messages that nothing follows. */
  ends(): readonly string[] {
    const parents = new Set(this.messages.map(({ id }) => this.parentOf(id)));
    return this.messages.map(({ id }) => id).filter((id) => !parents.has(id));
  }

  finish({ replyId, usage }: FinishedReply): void {
    const reply = this.messages.find((message) => message.id === replyId);
    if (reply === undefined || !reply.isStreaming) return;
    reply.isStreaming = false;
    reply.promptTokens = usage.promptTokens ?? 0;
    reply.replyTokens = usage.replyTokens ?? 0;
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
    return this.messages.map(({ id }) => id).filter((id) => this.parentOf(id) === parentId);
  }

  /** The nearest one above that is not taken out. */
  parentOf(messageId: string): string | null {
    const parentId = this.all.find((message) => message.id === messageId)?.parentId ?? null;
    return parentId !== null && this.out.has(parentId) ? this.parentOf(parentId) : parentId;
  }
}
