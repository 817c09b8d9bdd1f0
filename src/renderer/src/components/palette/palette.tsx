import { Dialog } from '@base-ui/react/dialog';
import { useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { goTo } from '../../actions/palette.ts';
import type { PaletteTarget } from '../../stores/finding/palette-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import frame from '../controls/dialog-frame.module.css';
import styles from './palette.module.css';
import { PaletteBody } from './palette-body.tsx';

/** Goes anywhere by a few letters: sessions, commands, projects, models. Nothing of it exists while it is closed. */
export function Palette() {
  const isOpen = useViewStore((store) => store.dialog === 'palette');
  const closeDialog = useViewStore((store) => store.closeDialog);
  const chosen = useRef<PaletteTarget | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLElement>(null);

  function choose(target: PaletteTarget): void {
    chosen.current = target;
    closeDialog();
  }

  // The dialog gives the keyboard back to where it was; what was chosen may then take it somewhere else.
  function follow(): void {
    const target = chosen.current;
    chosen.current = null;
    if (target !== null) setTimeout(() => goTo(target));
  }

  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => !open && closeDialog()}
      onOpenChangeComplete={(open) => !open && follow()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={frame['veil']} />
        <Dialog.Popup
          className={styles['palette']}
          aria-label={text.search.palette.label}
          initialFocus={field}
          finalFocus={opener}
        >
          <PaletteBody field={field} opener={opener} onChoose={choose} onClose={closeDialog} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
