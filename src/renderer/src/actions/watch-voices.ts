import { useSpeechStore } from '../stores/chat/speech-store.ts';
import { localVoices } from './system-voice.ts';

/** Which voices the system has: they come late, and may go. */
export function watchVoices(): () => void {
  if (!('speechSynthesis' in window)) return () => {};
  const { speechSynthesis } = window;
  const look = () => {
    const voices = localVoices().map(({ voiceURI, name, lang }) => ({
      id: voiceURI,
      name,
      language: lang.replaceAll('_', '-'),
    }));
    useSpeechStore.setState({ voices });
  };
  look();
  speechSynthesis.addEventListener('voiceschanged', look);
  return () => speechSynthesis.removeEventListener('voiceschanged', look);
}
