import { useRef } from 'react';
import { attempt } from '../../actions/attempt.ts';
import { askToDeleteProject, deleteSessions } from '../../actions/deleting.ts';
import { openSession, titleOf } from '../../actions/sessions.ts';
import { focusOn } from '../../focus.ts';
import { useFoldsStore } from '../../stores/library/folds-store.ts';
import { useSelectionStore } from '../../stores/library/selection-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { type Row, rowAt, type SidebarLayout } from '../../stores/library/sidebar-layout.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { sectionName } from './heading-row.tsx';
import { useOpenMenu } from './menu-context.ts';
import { rangeOf } from './row-range.ts';
import { rowBeginningWith, type TreeIntent } from './tree-keys.ts';
import type { ActiveRow } from './use-active-row.ts';

/** Letters typed within this time belong together. */
const typingMs = 700;

/** Does what a key asks for; false when there was nothing to do, so that the key is free for others. */
export function useTreeIntents(layout: SidebarLayout, active: ActiveRow): (intent: TreeIntent) => boolean {
  const typed = useRef({ text: '', at: 0 });
  const openMenu = useOpenMenu();

  return (intent) => {
    const row = rowAt(layout, active.index);
    if (row === undefined) return false;
    const selection = useSelectionStore.getState();
    const go = (to: number) => {
      // A range made next begins at that row, not at the session that was opened last.
      if (selection.selection.ids.size === 0) selection.clear();
      active.go(to);
    };
    switch (intent.kind) {
      case 'go':
        if (intent.isExtending) {
          const { anchor, range } = rangeOf(layout, selection.selection.anchor, active.index, intent.to);
          if (anchor !== null) selection.extend(anchor, range);
          active.go(intent.to);
        } else go(intent.to);
        return true;
      case 'fold':
        useFoldsStore.getState().setFolded(row.section.key, intent.isFolded);
        return true;
      case 'type': {
        const isMore = Date.now() - typed.current.at < typingMs && typed.current.text !== '';
        const text = isMore ? typed.current.text + intent.letter : intent.letter;
        typed.current = { text, at: Date.now() };
        const found = rowBeginningWith(layout, active.index + (isMore ? 0 : 1), text, wordsOf);
        if (found !== undefined) go(found);
        return true;
      }
      case 'open':
        return open(row);
      case 'rename':
        if (row.kind === 'note') return false;
        return rename(row);
      case 'delete':
        return remove(row);
      case 'toggle':
        if (row.kind === 'session') selection.toggle(row.key);
        else if (row.kind === 'heading') {
          useFoldsStore.getState().setFolded(row.section.key, !row.section.isFolded);
        }
        return true;
      case 'select-all':
        if (!row.section.isFolded) {
          const { sessions, hasMore } = row.section.group;
          selection.add(
            sessions.map(({ id }) => id),
            hasMore,
          );
        }
        return true;
      case 'clear':
        if (selection.selection.ids.size === 0) return false;
        selection.clear();
        return true;
      case 'menu':
        return showMenu(row);
    }
  };

  function showMenu(row: Row): boolean {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return false;
    const common = { anchor: element, returnFocusTo: element, isByKey: true };
    if (row.kind === 'session') openMenu({ kind: 'session', session: row.session, ...common });
    else if (row.kind === 'heading' && row.section.project !== null) {
      openMenu({ kind: 'project', project: row.section.project, ...common });
    } else return false;
    return true;
  }
}

function wordsOf(row: Row): string {
  if (row.kind === 'session') return titleOf(row.session);
  return row.kind === 'heading' ? sectionName(row.section) : '';
}

function open(row: Row): boolean {
  if (row.kind === 'session') {
    useSelectionStore.getState().clear();
    attempt(async () => {
      await openSession(row.key);
      focusOn('composer');
    });
  } else if (row.kind === 'heading') {
    useFoldsStore.getState().setFolded(row.section.key, !row.section.isFolded);
  } else if (row.note === 'failed') attempt(() => useSessionsStore.getState().retry(row.section.key));
  return true;
}

function rename(row: Extract<Row, { kind: 'session' | 'heading' }>): boolean {
  const { startRenaming } = useViewStore.getState();
  if (row.kind === 'session') startRenaming({ kind: 'session', id: row.key, place: 'sidebar' });
  else if (row.section.project !== null) startRenaming({ kind: 'project', id: row.section.project.id });
  return true;
}

/** The selected sessions, when the row is one of them; else the row alone. */
function remove(row: Row): boolean {
  const { ids } = useSelectionStore.getState().selection;
  if (row.kind === 'session') attempt(() => deleteSessions(ids.has(row.key) ? [...ids] : [row.key]));
  else if (row.kind === 'heading' && row.section.project !== null) {
    askToDeleteProject(row.section.project);
  }
  return true;
}
