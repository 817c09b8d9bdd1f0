import { lazy, Suspense } from 'react';
import { usePrintStore } from '../../stores/window/print-store.ts';

const Printing = lazy(async () => ({ default: (await import('./printing.tsx')).Printing }));

/** Empty until a session is printed. */
export function PrintPlace() {
  const isPrinting = usePrintStore(({ job }) => job !== null);
  return (
    isPrinting && (
      <Suspense fallback={null}>
        <Printing />
      </Suspense>
    )
  );
}
