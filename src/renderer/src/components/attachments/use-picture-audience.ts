import { useMemo } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { nextModelsOf, useNextModelsStore } from '../../stores/chat/next-models-store.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { useAnsweringModel } from '../models/use-answering-model.ts';
import { type PictureAudience, pictureAudience } from './picture-audience.ts';

/** Who gets the pictures of what is being written in a session. */
export function usePictureAudience(sessionId: SessionId): PictureAudience {
  const installed = useModelsStore((store) => store.models);
  const several = useNextModelsStore((store) => nextModelsOf(store, sessionId));
  const model = useAnsweringModel(sessionId);
  return useMemo(
    () => pictureAudience(installed, several.length > 0 ? several : model === null ? [] : [model]),
    [installed, several, model],
  );
}
