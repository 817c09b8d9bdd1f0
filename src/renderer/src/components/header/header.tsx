import { PanelLeftOpen, SlidersHorizontal } from 'lucide-react';
import type { Session } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { isSidebarShown, useViewStore } from '../../stores/window/view-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useShortcut } from '../controls/shortcut.ts';
import { VisuallyHidden } from '../controls/visually-hidden.tsx';
import { ModelPicker } from '../models/model-picker.tsx';
import styles from './header.module.css';
import { ArchivedMark, PinButton, ProjectChip, TagsChip } from './session-marks.tsx';
import { SessionTitle } from './session-title.tsx';

/** What this session is, who answers in it and how. */
export function Header() {
  const session = useChatStore(({ openSessionId, conversations }) =>
    openSessionId === null ? undefined : conversations[openSessionId]?.session,
  );
  const isShown = useViewStore(isSidebarShown);
  const isNarrow = useViewStore((store) => store.isNarrow);
  const toggleSidebar = useViewStore((store) => store.toggleSidebar);
  const toggleShortcut = useShortcut('view.toggle-sidebar');

  return (
    <section className={styles['header']} aria-label={text.header.label}>
      {(!isShown || isNarrow) && (
        <IconButton
          label={text.sidebar.show}
          shortcut={toggleShortcut}
          aria-expanded={isShown}
          onClick={toggleSidebar}
        >
          <PanelLeftOpen size={17} aria-hidden />
        </IconButton>
      )}
      {session !== undefined && (
        <>
          <SessionTitle key={session.id} session={session} />
          <ProjectChip session={session} />
          <TagsChip session={session} />
          <PinButton session={session} />
          <ArchivedMark session={session} />
          <span className={styles['space']} />
          <ModelPicker sessionId={session.id} />
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
