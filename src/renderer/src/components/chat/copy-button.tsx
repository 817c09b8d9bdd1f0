import { Check, Copy } from 'lucide-react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { useCopy } from '../../hooks/use-copy.ts';
import { useNoticesStore } from '../../stores/window/notices-store.ts';
import { Button } from '../controls/button.tsx';

export interface CopyButtonProps {
  readonly content: string;
  readonly label?: string;
}

/** Copies a message and says so on the spot. */
export function CopyButton({ content, label = text.chat.copyMessage }: CopyButtonProps) {
  const { state, copy } = useCopy();
  const show = useNoticesStore((store) => store.show);
  const announce = useNoticesStore((store) => store.announce);

  async function copyAndSay(): Promise<void> {
    if (await copy(content)) announce(text.notices.copied);
    else show({ kind: 'copy-failed' });
  }

  return (
    <Button look="quiet" aria-label={label} title={label} onClick={() => attempt(copyAndSay)}>
      {state === 'copied' ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
      {text.chat.copy}
    </Button>
  );
}
