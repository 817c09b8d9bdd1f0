import { useEffect } from 'react';
import { useMedia } from '../../hooks/use-media.ts';
import { isSidebarShown, useViewStore } from '../../stores/window/view-store.ts';
import { Sidebar } from './sidebar.tsx';
import styles from './sidebar-place.module.css';

/** Below this the conversation needs the whole width. */
const narrowWindow = '(max-width: 820px)';

/** The sidebar beside the conversation, or over it when the window is narrow. */
export function SidebarPlace() {
  const isNarrow = useMedia(narrowWindow);
  const isShown = useViewStore(isSidebarShown);
  const setNarrow = useViewStore((store) => store.setNarrow);
  const closeOverlay = useViewStore((store) => store.closeOverlay);

  useEffect(() => setNarrow(isNarrow), [isNarrow, setNarrow]);

  useEffect(() => {
    if (!isNarrow || !isShown) return;
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      closeOverlay();
    };
    document.addEventListener('keydown', closeByKey);
    return () => document.removeEventListener('keydown', closeByKey);
  }, [isNarrow, isShown, closeOverlay]);

  if (!isShown) return null;
  if (!isNarrow) return <Sidebar />;
  return (
    <div className={styles['overlay']}>
      <Sidebar />
      <div className={styles['veil']} aria-hidden onPointerDown={closeOverlay} />
    </div>
  );
}
