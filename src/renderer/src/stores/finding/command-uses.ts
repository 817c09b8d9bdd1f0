import { type CommandId, commandIds } from '#shared/commands.ts';
import { recall, remember } from '../window/remembered.ts';

export type CommandUses = Readonly<Partial<Record<CommandId, number>>>;

/** What a new user is offered first. */
const firstOffers: readonly CommandId[] = [
  'session.new',
  'search.open',
  'history.open',
  'app.settings',
  'help.shortcuts',
];

/** Commands by how often they were chosen, then what a new user is offered. */
export function mostUsed(uses: CommandUses): readonly CommandId[] {
  const used = commandIds.filter((id) => uses[id] !== undefined);
  used.sort((one, other) => (uses[other] ?? 0) - (uses[one] ?? 0));
  return [...new Set([...used, ...firstOffers])];
}

/** Reads what was remembered; whatever cannot be read counts as nothing. */
export function parseUses(json: string | null): CommandUses {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const counts = new Map(Object.entries(value));
    return Object.fromEntries(
      commandIds.flatMap((id) => {
        const count: unknown = counts.get(id);
        return typeof count === 'number' && count > 0 ? [[id, count]] : [];
      }),
    );
  } catch {
    return {};
  }
}

export function recallUses(): CommandUses {
  return parseUses(recall('used-commands'));
}

export function rememberUse(id: CommandId): void {
  const uses = recallUses();
  remember('used-commands', JSON.stringify({ ...uses, [id]: (uses[id] ?? 0) + 1 }));
}
