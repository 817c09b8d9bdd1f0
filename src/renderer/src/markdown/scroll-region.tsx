import type { KeyboardEvent, ReactNode } from 'react';

/** What is wider than the column scrolls inside; the region takes focus so that the arrow keys can do it. */
export function ScrollRegion({
  label,
  className,
  keys,
  children,
}: {
  readonly label: string;
  readonly className: string | undefined;
  /** Keys that press a button of this name (`data-key`) in the element around the region. */
  readonly keys?: string;
  readonly children: ReactNode;
}) {
  const region = { role: 'region', tabIndex: 0, 'aria-label': label } as const;
  const ownKeys = keys && {
    'data-own-keys': keys,
    'aria-keyshortcuts': [...keys].join(' '),
    onKeyDown: pressKey,
  };
  return (
    <div className={className} {...region} {...ownKeys}>
      {children}
    </div>
  );
}

function pressKey(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget, key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (ctrlKey || metaKey || altKey || shiftKey || key.length !== 1) return;
  const around = currentTarget.parentElement;
  const button = around?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (button == null) return;
  event.preventDefault();
  button.click();
}
