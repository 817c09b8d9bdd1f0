import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { text } from '#shared/text/index.ts';
import { focusIfLost } from '../../focus.ts';
import { classNames } from './class-names.ts';
import styles from './dialog-frame.module.css';

export interface DialogFrameProps {
  readonly title: string;
  readonly description?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** centre: over the middle of the window. sheet: along its right side. */
  readonly place?: 'centre' | 'sheet';
  readonly size?: 'small' | 'large' | 'wide';
  /** Where the keyboard goes first; the first control without it. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Where the keyboard goes as it closes; where it was without it. */
  readonly finalFocus?: () => HTMLElement | true;
  /** Only text inside: the keyboard starts in it, so that it can be scrolled. */
  readonly isText?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog with a title and a way out. */
export function DialogFrame({
  title,
  description,
  isOpen,
  onClose,
  place = 'centre',
  size = 'small',
  initialFocus,
  finalFocus,
  isText = false,
  children,
}: DialogFrameProps) {
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      onOpenChangeComplete={(open) => !open && focusIfLost('composer')}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['veil']} />
        <Dialog.Popup
          {...(initialFocus && { initialFocus })}
          {...(finalFocus && { finalFocus })}
          className={classNames(styles['popup'], styles[place], styles[size])}
        >
          <header className={styles['head']}>
            <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
          </header>
          <div
            className={styles['body']}
            {...(isText && { tabIndex: 0, role: 'region', 'aria-label': title })}
          >
            {description !== undefined && (
              <Dialog.Description className={styles['description']}>{description}</Dialog.Description>
            )}
            {children}
          </div>
          {/* Last, so that the keyboard starts in the content. */}
          <Dialog.Close className={styles['close']} aria-label={text.common.close}>
            <X size={16} aria-hidden />
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
