import type { CommandId } from '#shared/commands.ts';
import { registry } from './registry.ts';

/** Runs a command if it can run now; false when it cannot. */
export function runCommand(id: CommandId): boolean {
  const command = registry[id];
  if (!command.canRun()) return false;
  command.run();
  return true;
}
