import { create } from 'zustand';
import type { MessageId } from '#shared/domain.ts';

/** A voice of the system. */
export interface SpeechVoice {
  /** What the system calls it, the same after a restart. */
  readonly id: string;
  readonly name: string;
  /** As in BCP 47: `en-GB`. */
  readonly language: string;
}

interface SpeechStore {
  /** Empty as long as the system has not named any; it may have none. */
  readonly voices: readonly SpeechVoice[];
  /** The message being read aloud. */
  readonly messageId: MessageId | null;
  readonly isPaused: boolean;
}

export const useSpeechStore = create<SpeechStore>()(() => ({ voices: [], messageId: null, isPaused: false }));
