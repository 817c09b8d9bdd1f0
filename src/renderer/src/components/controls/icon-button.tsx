import { Tooltip } from '@base-ui/react/tooltip';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** What it does: name for screen readers and tooltip. */
  readonly label: string;
  /** Shown in the tooltip, such as "Ctrl+N". */
  readonly shortcut?: string;
}

/** A button that shows only an icon. */
export function IconButton({ label, shortcut, className, ...props }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={<button type="button" {...props} />}
        aria-label={label}
        className={classNames(styles['button'], className)}
      />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles['positioner']}>
          <Tooltip.Popup className={styles['tooltip']}>
            {label}
            {shortcut !== undefined && <kbd className={styles['shortcut']}>{shortcut}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
