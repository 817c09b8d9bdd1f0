import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { copyText } from '../../clipboard.ts';
import { useNoticesStore } from '../../stores/notices-store.ts';
import { Button } from '../controls/button.tsx';

export interface CopyButtonProps {
  readonly content: string;
  readonly label?: string;
}

const confirmedMs = 1_500;

/** Copies a message and says so on the spot. */
export function CopyButton({ content, label = text.chat.copyMessage }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  const show = useNoticesStore((store) => store.show);
  const announce = useNoticesStore((store) => store.announce);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), confirmedMs);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy(): Promise<void> {
    const done = await copyText(content);
    setCopied(done);
    if (done) announce(text.notices.copied);
    else show({ kind: 'copy-failed' });
  }

  return (
    <Button look="quiet" aria-label={label} title={label} onClick={() => attempt(copy)}>
      {isCopied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
      {text.chat.copy}
    </Button>
  );
}
