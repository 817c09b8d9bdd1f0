import type { InstalledModel } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';

export function isDemoModel(name: string): boolean {
  return name.startsWith('parlor-demo');
}

/** The name under an answer: nobody should take a canned answer for a model's. */
export function modelLabel(name: string): string {
  return isDemoModel(name) ? text.chat.demoModel(name) : name;
}

const shownCapabilities = ['thinking', 'tools', 'vision', 'audio'] as const;

/** What a model can do beyond plain text, in words. */
export function capabilityNames(model: InstalledModel): readonly string[] {
  return shownCapabilities
    .filter((capability) => model.capabilities?.includes(capability))
    .map((capability) => text.models.capabilities[capability]);
}
