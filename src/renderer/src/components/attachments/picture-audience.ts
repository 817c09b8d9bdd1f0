import type { InstalledModel } from '#shared/domain.ts';

/** Who of the models that will answer gets the pictures of a message. */
export interface PictureAudience {
  readonly blind: readonly string[];
  /** Whether any of them gets pictures; true too while no model is chosen. */
  readonly isSomebody: boolean;
}

export function pictureAudience(
  installed: readonly InstalledModel[],
  answering: readonly string[],
): PictureAudience {
  const blind = answering.filter((name) => isBlind(installed, name));
  return { blind, isSomebody: blind.length < answering.length || answering.length === 0 };
}

/** Whether it is known that a model cannot see pictures. What nobody knows is not claimed. */
export function isBlind(installed: readonly InstalledModel[], model: string | null): boolean {
  const capabilities = installed.find(({ name }) => name === model)?.capabilities ?? null;
  return capabilities !== null && !capabilities.includes('vision');
}
