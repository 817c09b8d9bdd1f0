import * as v from 'valibot';
import { create } from 'zustand';
import { repliesAtOnce } from '#shared/contract/chat.ts';
import { modelNameSchema, type SessionId } from '#shared/domain.ts';
import { recallRecord, rememberRecord } from '../window/remembered-record.ts';

interface NextModelsStore {
  /** Two to four models that answer the next questions of a session; absent = the one of the session. */
  readonly models: Readonly<Record<SessionId, readonly string[]>>;
  /** The session whose choice is open. */
  readonly choosing: SessionId | null;
  choose(sessionId: SessionId, models: readonly string[]): void;
  setChoosing(sessionId: SessionId | null): void;
}

const sessionLimit = 500;
const storedSchema = v.pipe(v.array(modelNameSchema), v.minLength(2), v.maxLength(repliesAtOnce));

export const useNextModelsStore = create<NextModelsStore>()((set) => ({
  models: recallRecord('next-models', storedSchema),
  choosing: null,
  choose(sessionId, models) {
    set((state) => {
      const { [sessionId]: _, ...others } = state.models;
      return { models: models.length < 2 ? others : { ...others, [sessionId]: models } };
    });
    rememberRecord('next-models', useNextModelsStore.getState().models, sessionLimit);
  },
  setChoosing: (choosing) => set({ choosing }),
}));

const none: readonly string[] = [];

export function nextModelsOf(
  { models }: Pick<NextModelsStore, 'models'>,
  sessionId: SessionId,
): readonly string[] {
  return models[sessionId] ?? none;
}
