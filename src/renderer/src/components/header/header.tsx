import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Session } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useViewStore } from '../../stores/window/view-store.ts';
import { ShowSidebarButton } from '../controls/show-sidebar-button.tsx';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import { ModelPickerPlace } from '../models/model-picker-place.tsx';
import styles from './header.module.css';
import { ArchivedMark, PinButton, ProjectChip, TagsChip } from './session-marks.tsx';
import { SessionTitle } from './session-title.tsx';

const BranchesButton = lazy(async () => ({
  default: (await import('../branches/branches-button.tsx')).BranchesButton,
}));

/** What this session is, who answers in it and how. */
export function Header() {
  const session = useChatStore(({ openSessionId, conversations }) =>
    openSessionId === null ? undefined : conversations[openSessionId]?.session,
  );

  return (
    <section className={styles['header']} aria-label={text.header.label}>
      <ShowSidebarButton />
      {session !== undefined && (
        <>
          <SessionTitle key={session.id} session={session} />
          <ProjectChip session={session} />
          <TagsChip session={session} />
          <PinButton session={session} />
          <ArchivedMark session={session} />
          <Suspense fallback={null}>
            <BranchesButton sessionId={session.id} />
          </Suspense>
          <span className={styles['space']} />
          <ModelPickerPlace sessionId={session.id} />
          <ParametersButton session={session} />
        </>
      )}
    </section>
  );
}

interface SessionProps {
  readonly session: Session;
}

function ParametersButton({ session }: SessionProps) {
  const openDialog = useViewStore((store) => store.openDialog);
  const changed = Object.keys(session.parameters).length + (session.systemPrompt === '' ? 0 : 1);
  return (
    <button type="button" className={styles['parameters']} onClick={() => openDialog('parameters')}>
      <SlidersHorizontal size={13} aria-hidden />
      <span className={styles['parametersName']}>{text.header.parameters}</span>
      {changed > 0 && (
        <span className={styles['count']}>
          {changed}
          <VisuallyHidden> {text.header.parametersChanged}</VisuallyHidden>
        </span>
      )}
    </button>
  );
}
