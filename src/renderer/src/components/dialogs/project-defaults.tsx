import { changeParameters, type ModelParameters, type SessionDefaults } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { Field } from '../controls/field.tsx';
import {
  enterParameter,
  type ParameterName,
  parameterNames,
  shownValue,
} from '../parameters/parameter-fields.ts';
import styles from './dialog-form.module.css';

/** The defaults as they are being entered. */
export interface DefaultsEntry {
  /** Empty = as in the settings. */
  readonly model: string;
  readonly systemPrompt: string;
  readonly parameters: Readonly<Record<ParameterName, string>>;
  /** Parameters that have no field here. */
  readonly others: ModelParameters;
}

export function entryOf(defaults: SessionDefaults | undefined): DefaultsEntry {
  const parameters = defaults?.parameters ?? {};
  const shown = parameterNames.map((name) => [name, shownValue(parameters, name)]);
  return {
    model: defaults?.model ?? '',
    systemPrompt: defaults?.systemPrompt ?? '',
    parameters: Object.fromEntries(shown) as DefaultsEntry['parameters'],
    others: parameters,
  };
}

/** Null while a parameter is wrong. */
export function defaultsOf({
  model,
  systemPrompt,
  parameters,
  others,
}: DefaultsEntry): SessionDefaults | null {
  let result = others;
  for (const name of parameterNames) {
    const entered = enterParameter(name, parameters[name]);
    if (!entered.isValid) return null;
    result = changeParameters(result, entered.changes);
  }
  return {
    model: model === '' ? null : model,
    systemPrompt: systemPrompt === '' ? null : systemPrompt,
    parameters: result,
  };
}

export interface ProjectDefaultsProps {
  readonly entry: DefaultsEntry;
  readonly onChange: (entry: DefaultsEntry) => void;
}

/** What new sessions of a project begin with. */
export function ProjectDefaults({ entry, onChange }: ProjectDefaultsProps) {
  const models = useModelsStore((store) => store.models);
  const words = text.library.project;
  const names = models.map(({ name }) => name);
  const choices = entry.model === '' || names.includes(entry.model) ? names : [entry.model, ...names];

  return (
    <>
      <Field label={words.model}>
        {(control) => (
          <select
            {...control}
            value={entry.model}
            onChange={(event) => onChange({ ...entry, model: event.currentTarget.value })}
          >
            <option value="">{words.noModel}</option>
            {choices.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.systemPrompt} hint={words.systemPromptHint}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={entry.systemPrompt}
            onChange={(event) => onChange({ ...entry, systemPrompt: event.currentTarget.value })}
          />
        )}
      </Field>
      <fieldset className={styles['grid']}>
        <legend className={styles['legend']}>{words.more}</legend>
        {parameterNames.map((name) => (
          <DefaultParameter
            key={name}
            name={name}
            value={entry.parameters[name]}
            onChange={(value) => onChange({ ...entry, parameters: { ...entry.parameters, [name]: value } })}
          />
        ))}
      </fieldset>
    </>
  );
}

interface DefaultParameterProps {
  readonly name: ParameterName;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DefaultParameter({ name, value, onChange }: DefaultParameterProps) {
  const entered = enterParameter(name, value);
  return (
    <Field
      label={text.parameters.names[name]}
      problem={entered.isValid ? undefined : entered.problem}
      {...(name === 'stop' && { hint: text.parameters.stopHint })}
    >
      {(control) => {
        const common = { ...control, value, placeholder: text.parameters.default, spellCheck: false };
        return name === 'stop' ? (
          <textarea {...common} rows={1} onChange={(event) => onChange(event.currentTarget.value)} />
        ) : (
          <input {...common} autoComplete="off" onChange={(event) => onChange(event.currentTarget.value)} />
        );
      }}
    </Field>
  );
}
