import { Search } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { text } from '#shared/text/index.ts';
import { useSearchStore } from '../../stores/finding/search-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { useShortcut } from '../controls/shortcut.ts';
import styles from './sidebar-search.module.css';

/** The search of everything, from the list: typing shows what is found, Escape goes back. */
export function SidebarSearch() {
  const query = useSearchStore((store) => store.query);
  const setQuery = useSearchStore((store) => store.setQuery);
  const isSearching = useViewStore((store) => store.mainView === 'search');
  const isNarrow = useViewStore((store) => store.isNarrow);
  const shortcut = useShortcut('search.open');

  function search(entered: string): void {
    setQuery(entered);
    // In a narrow window the list, and this field with it, would make room for what is found: Enter does that.
    if (entered !== '' && !isNarrow && !isSearching) useViewStore.getState().show('search');
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const { show } = useViewStore.getState();
    if (event.key === 'Escape' && (query !== '' || isSearching)) {
      event.preventDefault();
      setQuery('');
      show('conversation');
    } else if (event.key === 'Enter' && query !== '') {
      event.preventDefault();
      useSearchStore.getState().askForFocus(true);
      show('search');
    }
  }

  return (
    <div className={styles['box']}>
      <Search size={14} aria-hidden className={styles['sign']} />
      <input
        type="search"
        className={styles['field']}
        aria-label={text.library.search}
        title={`${text.library.search} (${shortcut})`}
        placeholder={text.library.search}
        value={isSearching || isNarrow ? query : ''}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
    </div>
  );
}
