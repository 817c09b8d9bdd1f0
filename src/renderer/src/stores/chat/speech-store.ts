import { create } from 'zustand';
import type { MessageId } from '#shared/domain.ts';

interface SpeechStore {
  /** The system has a voice; without one reading aloud is not offered. */
  readonly hasVoices: boolean;
  /** The message being read aloud. */
  readonly messageId: MessageId | null;
}

export const useSpeechStore = create<SpeechStore>()(() => ({ hasVoices: false, messageId: null }));
