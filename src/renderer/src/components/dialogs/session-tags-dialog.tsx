import { useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { knownOf, setTag } from '../../actions/session-changes.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useTagsStore } from '../../stores/library/tags-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Button } from '../controls/button.tsx';
import { ColourDot } from '../controls/colour-dot.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { FilterList } from '../controls/filter-list.tsx';
import styles from './dialog-form.module.css';

const words = text.library.tags;

/** Gives tags to one or many sessions, and takes them off. */
export function SessionTagsDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'tags-of');
  const sessionIds = useViewStore((store) =>
    store.subject?.name === 'tags-of' ? store.subject.sessionIds : none,
  );
  const { closeDialog, openDialog } = useViewStore.getState();
  const tags = useTagsStore((store) => store.tags);
  const createTag = useTagsStore((store) => store.create);
  // What the sessions have is read again whenever they change.
  useSessionsStore((store) => store.groups);
  useChatStore((store) => store.conversations);
  const field = useRef<HTMLInputElement>(null);
  const sessions = isOpen ? knownOf(sessionIds) : [];

  const items = tags.map(({ id, name, colour }) => {
    const count = sessions.filter(({ tagIds }) => tagIds.includes(id)).length;
    const isChosen = sessions.length > 0 && count === sessions.length;
    return {
      key: String(id),
      name,
      isChosen,
      note: count > 0 && !isChosen ? words.some : undefined,
      sign: <ColourDot colour={colour} />,
    };
  });

  function toggle(key: string): void {
    const isWanted = items.find((item) => item.key === key)?.isChosen !== true;
    attempt(() => setTag(sessionIds, Number(key), isWanted));
  }

  return (
    <DialogFrame
      title={words.pickTitle(sessionIds.length)}
      isOpen={isOpen}
      onClose={closeDialog}
      initialFocus={field}
    >
      <FilterList
        label={words.field}
        placeholder={words.placeholder}
        items={items}
        isMultiple
        nothingFound={words.nothing}
        field={field}
        onChoose={toggle}
        create={{
          label: words.createNamed,
          onCreate: (name) => attempt(async () => setTag(sessionIds, (await createTag(name)).id, true)),
        }}
      />
      <div className={styles['foot']}>
        <Button look="quiet" onClick={() => openDialog('tags')}>
          {words.manage}
        </Button>
      </div>
    </DialogFrame>
  );
}

const none: readonly string[] = [];
