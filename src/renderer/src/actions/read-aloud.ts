import type { Message } from '#shared/domain.ts';
import { nothingSpoken, speakAnswer } from '../markdown/spoken-text.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useSpeechStore } from '../stores/chat/speech-store.ts';
import { createSpeaker, type Voice } from './speaker.ts';

const speaker = createSpeaker(systemVoice());

/** Reads an answer aloud, or stops when it is the one being read. */
export async function toggleReading({ id, sessionId }: Message, content: string): Promise<void> {
  if (useSpeechStore.getState().messageId === id) return stopReading();
  const { text } = speakAnswer(nothingSpoken, content, false);
  useSpeechStore.setState({ messageId: id });
  listenForEnd(sessionId);
  speaker.read(text, () => stopReading());
}

function stopReading(): void {
  stopListening();
  speaker.stop();
  useSpeechStore.setState({ messageId: null });
}

let stopListening = () => {};

/** Escape, another session and a window that goes end it. */
function listenForEnd(sessionId: string): void {
  stopListening();
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    stopReading();
  };
  const unsubscribe = useChatStore.subscribe(({ openSessionId }) => {
    if (openSessionId !== sessionId) stopReading();
  });
  // Before the key listener of the commands, for which Escape stops the answer.
  window.addEventListener('keydown', handleKey, { capture: true });
  window.addEventListener('pagehide', stopReading);
  stopListening = () => {
    unsubscribe();
    window.removeEventListener('keydown', handleKey, { capture: true });
    window.removeEventListener('pagehide', stopReading);
    stopListening = () => {};
  };
}

function systemVoice(): Voice {
  return {
    speak(text, onEnd, onError) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.addEventListener('end', onEnd);
      utterance.addEventListener('error', onError);
      window.speechSynthesis.speak(utterance);
    },
    cancel: () => window.speechSynthesis.cancel(),
  };
}
