import { Archive } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { focusOn } from '../../focus.ts';
import { useSelectionStore } from '../../stores/library/selection-store.ts';
import { useSessionsStore } from '../../stores/library/sessions-store.ts';
import { Button } from '../controls/button.tsx';
import styles from './archive-banner.module.css';

/** Says that the list shows the archive, with the way back. */
export function ArchiveBanner() {
  const isArchived = useSessionsStore((store) => store.view.isArchived);
  const showArchived = useSessionsStore((store) => store.showArchived);
  if (!isArchived) return null;
  return (
    <div className={styles['banner']}>
      <Archive size={14} aria-hidden />
      <span className={styles['name']}>{text.library.archiveBanner}</span>
      <Button
        look="quiet"
        onClick={() => {
          useSelectionStore.getState().clear();
          attempt(() => showArchived(false));
          focusOn('sidebar');
        }}
      >
        {text.library.leaveArchive}
      </Button>
    </div>
  );
}
