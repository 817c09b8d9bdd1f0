import { useId } from 'react';
import { colourCount } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import styles from './colour-choice.module.css';
import { projectColour } from './project-colour.ts';

export interface ColourChoiceProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (colour: number) => void;
}

/** One of the colours of the palette. */
export function ColourChoice({ label, value, onChange }: ColourChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles['choice']}>
      <legend className={styles['legend']}>{label}</legend>
      {Array.from({ length: colourCount }, (_, colour) => (
        <input
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the colour
          key={colour}
          type="radio"
          name={name}
          className={styles['colour']}
          style={{ backgroundColor: projectColour({ colour }) }}
          aria-label={text.library.project.colourName(colour)}
          title={text.library.project.colourName(colour)}
          checked={colour === value % colourCount}
          onChange={() => onChange(colour)}
        />
      ))}
    </fieldset>
  );
}
