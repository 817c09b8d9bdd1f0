import { Combobox } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import type { InstalledModel } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatBytes } from '../../format/numbers.ts';
import popup from '../controls/popup.module.css';
import { capabilityNames, isDemoModel } from './model-names.ts';
import styles from './model-option.module.css';

export interface ModelOptionProps {
  readonly model: InstalledModel;
}

/** One installed model in the list. */
export function ModelOption({ model }: ModelOptionProps) {
  const facts = [
    model.remoteHost === null && model.sizeBytes > 0 ? formatBytes(model.sizeBytes) : null,
    model.parameterSize,
    model.quantization,
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <Combobox.Item value={model} className={`${popup['item']} ${styles['option']}`}>
      <span className={styles['check']}>
        <Combobox.ItemIndicator>
          <Check size={14} aria-hidden />
        </Combobox.ItemIndicator>
      </span>
      <span className={styles['name']}>{model.name}</span>
      <span className={styles['facts']}>{facts.join(' · ')}</span>
      <span className={styles['badges']}>
        {isDemoModel(model.name) && <span className={styles['badge']}>{text.models.demo}</span>}
        {model.remoteHost !== null && (
          <span className={styles['cloud']} title={text.models.cloudExplained(model.remoteHost)}>
            {text.models.cloud}
          </span>
        )}
        {capabilityNames(model).map((capability) => (
          <span key={capability} className={styles['badge']}>
            {capability}
          </span>
        ))}
      </span>
    </Combobox.Item>
  );
}
