import { useModelsStore } from '../../stores/window/models-store.ts';

/** Whether it is known that a model cannot see pictures. What nobody knows is not claimed. */
export function useIsBlind(model: string | null): boolean {
  return useModelsStore(({ models }) => {
    const capabilities = models.find(({ name }) => name === model)?.capabilities ?? null;
    return capabilities !== null && !capabilities.includes('vision');
  });
}
