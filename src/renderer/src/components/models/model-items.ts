import type { InstalledModel } from '#shared/domain.ts';
import type { FilterItem } from '../controls/filter-list.tsx';
import { capabilityNames } from './model-names.ts';

/** Installed models for a list to choose from. */
export function modelItems(
  models: readonly InstalledModel[],
  chosen: readonly string[],
): readonly FilterItem[] {
  return models.map((model) => ({
    key: model.name,
    name: model.name,
    note: [model.parameterSize, model.quantization, ...capabilityNames(model)].filter(Boolean).join(' · '),
    isChosen: chosen.includes(model.name),
  }));
}
