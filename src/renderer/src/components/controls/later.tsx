import { type ReactNode, Suspense, useRef } from 'react';
import { useHasBeenIdle } from '../../hooks/use-has-been-idle.ts';

export interface LaterProps {
  /** It was asked for: it comes now. */
  readonly isWanted: boolean;
  /** What stands in its place until then. */
  readonly fallback?: ReactNode;
  /** Lazy components, whose code is not part of what the window begins with. */
  readonly children: ReactNode;
}

/** Comes when it is first wanted, or once the window has nothing else to do, and stays. */
export function Later({ isWanted, fallback = null, children }: LaterProps) {
  const hasBeenIdle = useHasBeenIdle();
  const wasWanted = useRef(false);
  wasWanted.current ||= isWanted;
  if (!hasBeenIdle && !wasWanted.current) return fallback;
  return <Suspense fallback={fallback}>{children}</Suspense>;
}
