import { useModelsStore } from '../../stores/window/models-store.ts';
import { isBlind } from './picture-audience.ts';

/** Whether it is known that a model cannot see pictures. What nobody knows is not claimed. */
export function useIsBlind(model: string | null): boolean {
  return useModelsStore(({ models }) => isBlind(models, model));
}
