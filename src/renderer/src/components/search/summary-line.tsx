import { ArrowDownUp } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { useSearchStore } from '../../stores/finding/search-store.ts';
import styles from './summary-line.module.css';

/** How much was found, and in which order. */
export function SummaryLine() {
  const results = useSearchStore((store) => store.results);
  const state = useSearchStore((store) => store.state);
  const isReadingOn = useSearchStore((store) => store.isReadingOn);
  const order = useSearchStore((store) => store.order);
  const setOrder = useSearchStore((store) => store.setOrder);
  const { search } = text;
  const total = results?.total ?? null;

  return (
    <div className={styles['line']}>
      <p role="status" className={styles['status']}>
        {total !== null && search.total(total.count, formatCount(total.count), total.isCapped)}
        {total === null && state === 'searching' && search.searching}
        {results?.isIndexBehind === true && <span className={styles['busy']}>{search.indexBehind}</span>}
        {isReadingOn && <span className={styles['busy']}>{search.searchingOn}</span>}
      </p>
      <button
        type="button"
        className={styles['order']}
        title={search.orderKey}
        aria-keyshortcuts="Alt+R"
        onClick={() => setOrder(order === 'newest' ? 'best' : 'newest')}
      >
        <ArrowDownUp size={13} aria-hidden />
        <span className={styles['orderName']}>{search.order}: </span>
        {search.orders[order]}
        <kbd className={styles['key']}>Alt R</kbd>
      </button>
    </div>
  );
}
