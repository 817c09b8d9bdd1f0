import { defaultSystemPromptLimit } from '#shared/settings.ts';
import { text } from '#shared/text/index.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { Field } from '../controls/field.tsx';
import { LateField } from '../controls/late-field.tsx';
import { useChangeSettings } from './use-change-settings.ts';

/** What every new session begins with. */
export function NewSessionSettings() {
  const settings = useSettingsStore((store) => store.settings);
  const models = useModelsStore((store) => store.models);
  const change = useChangeSettings();
  const { defaultModel } = settings;
  const isMissing = defaultModel !== '' && !models.some(({ name }) => name === defaultModel);
  return (
    <>
      <Field label={text.settings.defaultModel}>
        {(control) => (
          <select
            {...control}
            value={defaultModel}
            onChange={(event) => change({ defaultModel: event.currentTarget.value })}
          >
            <option value="">{text.settings.defaultModelAutomatic}</option>
            {isMissing && (
              <option value={defaultModel}>{text.settings.defaultModelMissing(defaultModel)}</option>
            )}
            {models.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <LateField
        label={text.settings.defaultSystemPrompt}
        hint={text.settings.defaultSystemPromptHint}
        value={settings.defaultSystemPrompt}
        rows={3}
        problemOf={(entered) =>
          entered.length > defaultSystemPromptLimit ? text.parameters.problems.tooLong : undefined
        }
        onSave={(defaultSystemPrompt) => change({ defaultSystemPrompt })}
      />
    </>
  );
}
