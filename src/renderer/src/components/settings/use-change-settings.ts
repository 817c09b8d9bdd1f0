import type { SettingsChanges } from '#shared/settings.ts';
import { attempt } from '../../actions/attempt.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';

/** Changes settings; what goes wrong is shown as a notice. */
export function useChangeSettings(): (changes: SettingsChanges) => void {
  const update = useSettingsStore((store) => store.update);
  return (changes) => attempt(() => update(changes));
}
