import { toErrorReport } from '#shared/errors.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';

/** Runs an action of the user; what goes wrong is shown as a notice. */
export function attempt(action: () => Promise<unknown>): void {
  action().catch((thrown: unknown) => {
    useNoticesStore.getState().show({ kind: 'error', error: toErrorReport(thrown) });
  });
}
