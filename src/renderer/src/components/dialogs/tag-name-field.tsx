import { useState } from 'react';
import type { Tag } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useTagsStore } from '../../stores/library/tags-store.ts';
import field from '../controls/field.module.css';

/** The name of a tag, saved when the field is left; a name that is taken comes back as it was. */
export function TagNameField({ tag }: { readonly tag: Tag }) {
  const update = useTagsStore((store) => store.update);
  const [entered, setEntered] = useState<string | null>(null);

  function save(): void {
    const name = entered?.trim() ?? '';
    setEntered(null);
    if (name !== '' && name !== tag.name) attempt(() => update(tag.id, { name }));
  }

  return (
    <input
      className={field['control']}
      aria-label={text.library.tags.name(tag.name)}
      value={entered ?? tag.name}
      maxLength={100}
      autoComplete="off"
      onChange={(event) => setEntered(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
      }}
    />
  );
}
