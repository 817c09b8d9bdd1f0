import { runCommand } from '../commands/run-command.ts';
import { focusOn } from '../focus.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { rememberUse } from '../stores/finding/command-uses.ts';
import type { PaletteTarget } from '../stores/finding/palette-store.ts';
import { filterValue } from '../stores/finding/query-words.ts';
import { attempt } from './attempt.ts';
import { insertPromptHere } from './prompts.ts';
import { searchFor } from './search.ts';
import { newSession, openSession } from './sessions.ts';

/** Goes where an entry of the palette leads; the palette is closed by now. */
export function goTo(target: PaletteTarget): void {
  switch (target.kind) {
    case 'session':
      attempt(() => openSession(target.sessionId));
      focusOn('composer');
      return;
    case 'command':
      rememberUse(target.id);
      runCommand(target.id);
      return;
    case 'project':
      searchFor(`${filterValue('project', target.project.name)} `);
      return;
    case 'new-in-project':
      attempt(() => newSession(target.project.id));
      return;
    case 'tag':
      searchFor(`${filterValue('tag', target.tag.name)} `);
      return;
    case 'model':
      attempt(() => chooseModel(target.name));
      return;
    case 'prompt':
      attempt(() => insertPromptHere(target.promptId));
      return;
    case 'search':
      searchFor(target.query);
  }
}

async function chooseModel(model: string): Promise<void> {
  const { openSessionId, updateSession } = useChatStore.getState();
  if (openSessionId !== null) await updateSession(openSessionId, { model });
  focusOn('composer');
}
