import type { Message } from '#shared/domain.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { isPartOpen, useMessageFolds } from '../../stores/chat/message-folds-store.ts';
import { useSpeechStore } from '../../stores/chat/speech-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import type { MessageState } from './message-action.ts';

/** What the actions ask of the window, at this moment: for a menu that opens, for a key. */
export function messageState(message: Message): MessageState {
  const { running, live } = useChatStore.getState();
  const { folded, parts } = useMessageFolds.getState();
  const { messageId, isPaused } = useSpeechStore.getState();
  const { opensThinking } = useSettingsStore.getState().settings;
  const growing = message.status === 'streaming' ? live[message.id] : undefined;
  const content = growing?.content.known ?? message.content;
  return {
    content,
    thinking: growing?.thinking.known ?? message.thinking,
    isBusy: running[message.sessionId] !== undefined,
    isReadAloud: messageId === message.id,
    isReadingPaused: isPaused,
    isFolded: folded.has(message.id),
    isPartOpen: isPartOpen(
      parts[message.id],
      message.status === 'streaming' && content === '',
      opensThinking,
    ),
  };
}

/** The same for what is drawn, and drawn again when it changes. The row knows the text of a growing answer already. */
export function useMessageState(
  message: Message,
  { content, thinking }: Pick<MessageState, 'content' | 'thinking'>,
): MessageState {
  const { id, sessionId, status } = message;
  const isBusy = useChatStore(({ running }) => running[sessionId] !== undefined);
  const isReadAloud = useSpeechStore(({ messageId }) => messageId === id);
  const isReadingPaused = useSpeechStore(({ isPaused }) => isPaused);
  const isFolded = useMessageFolds(({ folded }) => folded.has(id));
  const touched = useMessageFolds(({ parts }) => parts[id]);
  const opensThinking = useSettingsStore(({ settings }) => settings.opensThinking);
  const isThinkingNow = status === 'streaming' && content === '';
  return {
    content,
    thinking,
    isBusy,
    isReadAloud,
    isReadingPaused,
    isFolded,
    isPartOpen: isPartOpen(touched, isThinkingNow, opensThinking),
  };
}
