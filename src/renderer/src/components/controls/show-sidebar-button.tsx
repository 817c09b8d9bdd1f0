import { PanelLeftOpen } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { isSidebarShown, useViewStore } from '../../stores/window/view-store.ts';
import { IconButton } from './icon-button.tsx';
import { useShortcut } from './shortcut.ts';

/** The way back to a hidden session list, at the beginning of a view's head. */
export function ShowSidebarButton() {
  const isShown = useViewStore(isSidebarShown);
  const isNarrow = useViewStore((store) => store.isNarrow);
  const toggleSidebar = useViewStore((store) => store.toggleSidebar);
  const shortcut = useShortcut('view.toggle-sidebar');
  if (isShown && !isNarrow) return null;
  return (
    <IconButton label={text.sidebar.show} shortcut={shortcut} aria-expanded={isShown} onClick={toggleSidebar}>
      <PanelLeftOpen size={17} aria-hidden />
    </IconButton>
  );
}
