import { lazy } from 'react';
import { useRecencyStore } from '../../stores/finding/recency-store.ts';
import { usePrintStore } from '../../stores/window/print-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { Later } from '../controls/later.tsx';

const Overlays = lazy(async () => ({ default: (await import('./overlays.tsx')).Overlays }));

/** Where dialogs, sheets and the palette are; empty until the first is opened or the window has been idle. */
export function OverlayPlace() {
  const isDialogOpen = useViewStore(({ dialog }) => dialog !== null);
  const isSwitching = useRecencyStore(({ walk }) => walk !== null);
  const isPrinting = usePrintStore(({ job }) => job !== null);
  return (
    <Later isWanted={isDialogOpen || isSwitching || isPrinting}>
      <Overlays />
    </Later>
  );
}
