import { Pencil } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { useEditsStore } from '../../../stores/chat/edits-store.ts';
import { Button } from '../../controls/button.tsx';
import styles from './editable.module.css';

const EditField = lazy(async () => ({ default: (await import('./edit-field.tsx')).EditField }));

export interface EditableProps {
  readonly message: Message;
  /** The message as it is. */
  readonly children: ReactNode;
}

/** A message, or the field in its place while it is being written anew. */
export function Editable({ message, children }: EditableProps) {
  const isOpen = useEditsStore(({ edits }) => edits[message.id]?.isOpen);
  const begin = useEditsStore((store) => store.begin);
  if (isOpen === undefined) return children;
  if (isOpen) {
    return (
      <Suspense fallback={children}>
        <EditField message={message} />
      </Suspense>
    );
  }
  return (
    <>
      {children}
      <p className={styles['kept']} data-role={message.role}>
        <Pencil size={12} aria-hidden />
        {message.role === 'assistant' ? text.answers.edit.keptAnswer : text.answers.edit.kept}
        <Button look="quiet" onClick={() => begin(message)}>
          {text.answers.edit.open}
        </Button>
      </p>
    </>
  );
}
