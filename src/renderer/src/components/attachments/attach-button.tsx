import { Paperclip } from 'lucide-react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { chooseFiles } from '../../actions/attach.ts';
import { attempt } from '../../actions/attempt.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useShortcut } from '../controls/shortcut.ts';

/** Asks for files to go with the message. */
export function AttachButton({ sessionId }: { readonly sessionId: SessionId }) {
  const shortcut = useShortcut('composer.attach');
  return (
    <IconButton
      label={text.attachments.attach}
      shortcut={shortcut}
      onClick={() => attempt(() => chooseFiles(sessionId))}
    >
      <Paperclip size={16} aria-hidden />
    </IconButton>
  );
}
