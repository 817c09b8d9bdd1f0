import { Menu } from '@base-ui/react/menu';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { colourCount, type Tag } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { deleteTag } from '../../actions/deleting.ts';
import { useTagsStore } from '../../stores/library/tags-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { ColourDot } from '../controls/colour-dot.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import field from '../controls/field.module.css';
import { IconButton } from '../controls/icon-button.tsx';
import popup from '../controls/popup.module.css';
import { TagNameField } from './tag-name-field.tsx';
import styles from './tags-dialog.module.css';

const words = text.library.tags;

/** All tags: their names, their colours, new ones, and away with them. */
export function TagsDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'tags');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const tags = useTagsStore((store) => store.tags);
  const createTag = useTagsStore((store) => store.create);
  const nameField = useRef<HTMLInputElement>(null);

  function create(event: FormEvent): void {
    event.preventDefault();
    const input = nameField.current;
    const name = input?.value.trim() ?? '';
    if (input === null || name === '') return;
    attempt(() => createTag(name));
    input.value = '';
  }

  function remove(tag: Tag): void {
    nameField.current?.focus();
    attempt(() => deleteTag(tag));
  }

  return (
    <DialogFrame title={words.manageTitle} isOpen={isOpen} onClose={closeDialog} initialFocus={nameField}>
      <form className={styles['new']} onSubmit={create}>
        <input
          ref={nameField}
          className={field['control']}
          aria-label={words.newName}
          placeholder={words.newName}
          maxLength={100}
          autoComplete="off"
        />
        <Button type="submit">{words.create}</Button>
      </form>
      {tags.length === 0 && <p className={styles['none']}>{words.none}</p>}
      <ul className={styles['list']}>
        {tags.map((tag) => (
          <li key={tag.id} className={styles['tag']}>
            <TagColour tag={tag} />
            <TagNameField tag={tag} />
            <IconButton label={words.delete(tag.name)} onClick={() => remove(tag)}>
              <Trash2 size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}

function TagColour({ tag }: { readonly tag: Tag }) {
  const update = useTagsStore((store) => store.update);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={styles['colour']} aria-label={words.colour(tag.name)}>
        <ColourDot colour={tag.colour} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="start" sideOffset={4} className={popup['positioner']}>
          <Menu.Popup className={popup['popup']}>
            <Menu.RadioGroup
              value={tag.colour}
              onValueChange={(colour) => attempt(() => update(tag.id, { colour: Number(colour) }))}
            >
              {Array.from({ length: colourCount }, (_, colour) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the colour
                <Menu.RadioItem key={colour} value={colour} className={popup['item']} closeOnClick>
                  <ColourDot colour={colour} />
                  {text.library.project.colourName(colour)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
