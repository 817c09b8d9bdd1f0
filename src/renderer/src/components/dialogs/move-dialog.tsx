import { useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { knownOf, moveSessions } from '../../actions/session-changes.ts';
import { focusIfLost } from '../../focus.ts';
import { groupKeyOf } from '../../stores/library/session-groups.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { ColourDot } from '../controls/colour-dot.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { type FilterItem, FilterList } from '../controls/filter-list.tsx';

const words = text.library.move;

/** Where sessions go: typing finds the project, Enter moves. */
export function MoveDialog() {
  const isOpen = useViewStore((store) => store.dialog === 'move');
  const sessionIds = useViewStore((store) =>
    store.subject?.name === 'move' ? store.subject.sessionIds : none,
  );
  const closeDialog = useViewStore((store) => store.closeDialog);
  const projects = useSessionsStore((store) => store.projects);
  const createProject = useSessionsStore((store) => store.createProject);
  const field = useRef<HTMLInputElement>(null);
  const places = new Set(knownOf(sessionIds).map(({ projectId }) => groupKeyOf(projectId)));
  const noteOf = (key: string) => (places.size === 1 && places.has(key) ? words.here : undefined);

  const items: readonly FilterItem[] = [
    { key: 'inbox', name: text.sidebar.inbox, note: noteOf('inbox') },
    ...projects
      .filter(({ isArchived }) => !isArchived)
      .map(({ id, name, colour }) => ({
        key: id,
        name,
        note: noteOf(id),
        sign: <ColourDot colour={colour} />,
      })),
  ];

  /** A second press, while the dialog fades out, is none. */
  const isLeft = () => useViewStore.getState().dialog !== 'move';

  function move(key: string): void {
    if (isLeft()) return;
    closeDialog();
    attempt(() => moveSessions(sessionIds, key === 'inbox' ? null : key));
    focusIfLost('sidebar');
  }

  function moveToNew(name: string): void {
    if (isLeft()) return;
    closeDialog();
    attempt(async () => moveSessions(sessionIds, (await createProject(name)).id));
  }

  return (
    <DialogFrame
      title={words.title(sessionIds.length)}
      isOpen={isOpen}
      onClose={closeDialog}
      initialFocus={field}
    >
      <FilterList
        label={words.field}
        placeholder={words.placeholder}
        items={items}
        nothingFound={words.nothingFound}
        field={field}
        onChoose={move}
        create={{ label: words.create, onCreate: moveToNew }}
      />
    </DialogFrame>
  );
}

const none: readonly string[] = [];
