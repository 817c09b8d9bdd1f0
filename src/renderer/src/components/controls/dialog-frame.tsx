import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { focusIfLost } from '../../focus.ts';
import { useKeyboardBack } from '../../hooks/use-keyboard-back.ts';
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
  /** Where the keyboard goes as it closes; where it was without it, or when it gives null. Asked more than once. */
  readonly finalFocus?: () => HTMLElement | null;
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
  const [message, setMessage] = useState<HTMLElement | null>(null);
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isOpen) setMessage(focusedMessage());
  }, [isOpen]);
  useKeyboardBack(isOpen, popup, () => finalFocus?.() ?? null);
  /** False when it was given back here. Base UI would give it to the first button inside a message. */
  const giveBack = (): HTMLElement | boolean =>
    !hasKeyboardMoved() && !focusAgain(message) && (finalFocus?.() ?? true);

  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      onOpenChangeComplete={(open) => !open && focusIfLost('composer')}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['veil']} />
        <Dialog.Popup
          ref={popup}
          {...(initialFocus && { initialFocus })}
          finalFocus={giveBack}
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

/** The message that has the keyboard itself, not something inside it. */
function focusedMessage(): HTMLElement | null {
  const active = document.activeElement;
  return active instanceof HTMLElement && active.matches('[data-message], [data-column]') ? active : null;
}

/** It is somewhere already: where it was, or where what was done in the dialog put it. */
function hasKeyboardMoved(): boolean {
  const active = document.activeElement;
  return active !== null && active !== document.body && active.closest('[role=dialog]') === null;
}

/** False when that is gone by now. */
function focusAgain(message: HTMLElement | null): boolean {
  if (message?.isConnected !== true) return false;
  message.focus({ preventScroll: true });
  return true;
}
