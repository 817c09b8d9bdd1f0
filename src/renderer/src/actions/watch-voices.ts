import { useSpeechStore } from '../stores/chat/speech-store.ts';

/** Reading aloud is offered while the system has a voice; voices come late, and may go. */
export function watchVoices(): () => void {
  if (!('speechSynthesis' in window)) return () => {};
  const { speechSynthesis } = window;
  const look = () => useSpeechStore.setState({ hasVoices: speechSynthesis.getVoices().length > 0 });
  look();
  speechSynthesis.addEventListener('voiceschanged', look);
  return () => speechSynthesis.removeEventListener('voiceschanged', look);
}
