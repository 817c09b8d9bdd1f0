import type { CommandId } from '#shared/commands.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { registry } from './registry.ts';

/** What can be done while a dialog is open. */
const allowedInDialogs: ReadonlySet<CommandId> = new Set([
  'app.quit',
  'answer.stop',
  'edit.undo-delete',
  'view.zoom-in',
  'view.zoom-out',
  'view.zoom-reset',
]);

/** Whether a command can run now, from whichever key or menu. */
export function canRunNow(id: CommandId): boolean {
  const isInReach = useViewStore.getState().dialog === null || allowedInDialogs.has(id);
  return isInReach && registry[id].canRun();
}

/** Runs a command if it can run now; false when it cannot. */
export function runCommand(id: CommandId): boolean {
  if (!canRunNow(id)) return false;
  registry[id].run();
  return true;
}
