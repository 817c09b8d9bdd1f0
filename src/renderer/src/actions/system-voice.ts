import { useSettingsStore } from '../stores/window/settings-store.ts';
import type { Voice } from './speaker.ts';

/** The voices of this computer: one that speaks elsewhere would be sent the text. */
export function localVoices(): readonly SpeechSynthesisVoice[] {
  return window.speechSynthesis.getVoices().filter(({ localService }) => localService);
}

/** Speaks as the settings say at that moment; a voice that is gone is replaced by the system's. */
export function systemVoice(): Voice {
  return {
    speak(text, onEnd, onError) {
      const { readingVoice, readingSpeed } = useSettingsStore.getState().settings;
      const voices = localVoices();
      const voice = voices.find(({ voiceURI }) => voiceURI === readingVoice) ?? systemDefault(voices);
      const utterance = new SpeechSynthesisUtterance(text);
      if (voice !== undefined) {
        utterance.voice = voice;
        utterance.lang = voice.lang;
      }
      utterance.rate = readingSpeed;
      utterance.addEventListener('end', onEnd);
      utterance.addEventListener('error', onError);
      window.speechSynthesis.speak(utterance);
    },
    cancel: () => window.speechSynthesis.cancel(),
  };
}

function systemDefault(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  return voices.find((voice) => voice.default) ?? voices[0];
}
