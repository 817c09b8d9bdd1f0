import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import { ShowSidebarButton } from './show-sidebar-button.tsx';
import styles from './view-head.module.css';

export interface ViewHeadProps {
  readonly title: string;
  /** Name of the button that goes back. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Between title and closing. */
  readonly children?: ReactNode;
}

/** The head of a view that stands in the place of the conversation. */
export function ViewHead({ title, closeLabel, onClose, children }: ViewHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader begins to read here, and Tab goes on from here.
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className={styles['head']}>
      <ShowSidebarButton />
      <h1 ref={heading} tabIndex={-1} className={styles['title']}>
        {title}
      </h1>
      {children}
      <IconButton label={closeLabel} onClick={onClose}>
        <X size={17} aria-hidden />
      </IconButton>
    </header>
  );
}
