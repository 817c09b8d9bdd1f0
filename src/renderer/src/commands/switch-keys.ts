import { commandForKey } from '#shared/commands.ts';
import { endSwitching, recentSessions } from '../actions/recency.ts';
import { useRecencyStore } from '../stores/finding/recency-store.ts';
import { isMac, useSettingsStore } from '../stores/window/settings-store.ts';
import { canRunNow } from './run-command.ts';

/**
 * Walks through recently used sessions while Ctrl is held. These keys come before all others, as the field that has the
 * keyboard must not see them. Returns the function that ends it.
 */
export function listenForSwitchKeys(): () => void {
  const press = (event: KeyboardEvent) => {
    if (walkFor(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const release = (event: KeyboardEvent) => {
    if (event.key === 'Control' && isWalking()) endSwitching();
  };
  // Ctrl may be let go in another window, where nobody hears it.
  const cancel = () => {
    useRecencyStore.getState().endWalk();
  };
  window.addEventListener('keydown', press, { capture: true });
  window.addEventListener('keyup', release, { capture: true });
  window.addEventListener('blur', cancel);
  return () => {
    window.removeEventListener('keydown', press, { capture: true });
    window.removeEventListener('keyup', release, { capture: true });
    window.removeEventListener('blur', cancel);
  };
}

/** False for a key that means nothing to the walk. */
function walkFor(event: KeyboardEvent): boolean {
  const { walkBy, endWalk } = useRecencyStore.getState();
  const id = commandForKey(event, isMac(useSettingsStore.getState()));
  if (id === 'session.switch-back' || id === 'session.switch-forth') {
    if (canRunNow(id)) walkBy(id === 'session.switch-back' ? 1 : -1, recentSessions);
    return true;
  }
  if (!isWalking()) return false;
  switch (event.key) {
    case 'ArrowDown':
      walkBy(1, recentSessions);
      return true;
    case 'ArrowUp':
      walkBy(-1, recentSessions);
      return true;
    case 'Escape':
      endWalk();
      return true;
    case 'Enter':
      endSwitching();
      return true;
    default:
      return false;
  }
}

function isWalking(): boolean {
  return useRecencyStore.getState().walk !== null;
}
