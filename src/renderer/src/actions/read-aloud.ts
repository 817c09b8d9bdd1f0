import type { Message } from '#shared/domain.ts';
import { text as texts } from '#shared/text/index.ts';
import { isPopupOpen } from '../focus.ts';
import { nothingSpoken, speakAnswer } from '../markdown/spoken-text.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useSpeechStore } from '../stores/chat/speech-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';
import { createSpeaker } from './speaker.ts';
import { systemVoice } from './system-voice.ts';

const words = texts.reading;
const speaker = createSpeaker(systemVoice());

/** Reads an answer aloud, or stops when it is the one being read. */
export async function toggleReading({ id, sessionId }: Message, content: string): Promise<void> {
  const { messageId, voices } = useSpeechStore.getState();
  if (messageId === id) return stopReading();
  if (voices.length === 0) return tell(words.noVoices);
  const { text } = speakAnswer(nothingSpoken, content, false);
  useSpeechStore.setState({ messageId: id, isPaused: false });
  listenForEnd(sessionId);
  speaker.read(text, (isWhole) => {
    stopReading();
    if (!isWhole) tell(words.readingFailed);
  });
}

/** Waits in the middle, and goes on with the sentences it was in. */
export async function togglePause(): Promise<void> {
  const { messageId, isPaused } = useSpeechStore.getState();
  if (messageId === null) return;
  useSpeechStore.setState({ isPaused: !isPaused });
  if (isPaused) speaker.resume();
  else speaker.pause();
}

/** How the voice that is chosen sounds. Whatever is being read ends. */
export function trySpeech(): void {
  stopReading();
  speaker.read(words.sample, (isWhole) => !isWhole && tell(words.readingFailed));
}

export function stopReading(): void {
  stopListening();
  speaker.stop();
  useSpeechStore.setState({ messageId: null, isPaused: false });
}

let stopListening = () => {};

/** Escape, another session and a window that goes end it. */
function listenForEnd(sessionId: string): void {
  stopListening();
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isPopupOpen()) return;
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

function tell(sentence: string): void {
  useNoticesStore.getState().show({ kind: 'told', sentence });
}
