import { useNoticesStore } from '../../stores/window/notices-store.ts';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';

/** Speaks whole sentences: that an answer is finished, not its words as they come. */
export function LiveRegion() {
  const { id, sentence } = useNoticesStore((store) => store.announcement);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      <span key={id}>{sentence}</span>
    </VisuallyHidden>
  );
}
