import type { ReactNode } from 'react';

/** What is wider than the column scrolls inside; the region takes focus so that the arrow keys can do it. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}) {
  const region = { role: 'region', tabIndex: 0, 'aria-label': label } as const;
  return (
    <div className={className} {...region}>
      {children}
    </div>
  );
}
