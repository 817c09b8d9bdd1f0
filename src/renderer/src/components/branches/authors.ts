import { Bot, type LucideIcon, Settings2, User, Wrench } from 'lucide-react';
import type { Message, MessageRole } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';

const signs: Readonly<Record<MessageRole, LucideIcon>> = {
  user: User,
  assistant: Bot,
  system: Settings2,
  tool: Wrench,
};

const names: Readonly<Record<MessageRole, string>> = {
  user: text.chat.you,
  assistant: text.chat.assistant,
  system: text.chat.system,
  tool: text.chat.tool,
};

export function roleSign(role: MessageRole): LucideIcon {
  return signs[role];
}

/** Who wrote a message: an answer's model where it is known. */
export function authorOf({ role, model }: Pick<Message, 'role' | 'model'>): string {
  return role === 'assistant' ? (model ?? names.assistant) : names[role];
}
