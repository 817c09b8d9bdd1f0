import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Attachment } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import { readAttachmentText } from '../../stores/chat/attachment-contents.ts';
import { ErrorNote } from '../errors/error-note.tsx';
import { textParts } from './text-parts.ts';
import styles from './text-viewer.module.css';

const partLength = 16_000;
/** Shown at once; the rest follows without holding up the keys. */
const firstParts = 6;

type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly content: string }
  | { readonly kind: 'failed'; readonly error: ErrorReport };

/** The text in a file, as it is sent. */
export function TextViewer({ attachment: { id, name } }: { readonly attachment: Attachment }) {
  const [reading, setReading] = useState<Reading>({ kind: 'reading' });

  useEffect(() => {
    let isCurrent = true;
    readAttachmentText(id).then(
      (content) => isCurrent && setReading({ kind: 'read', content }),
      (thrown: unknown) => isCurrent && setReading({ kind: 'failed', error: toErrorReport(thrown) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);

  if (reading.kind === 'failed') return <ErrorNote error={reading.error} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard
    <section className={styles['box']} tabIndex={0} aria-label={text.attachments.viewer.text(name)}>
      <pre className={styles['text']}>
        {reading.kind === 'reading' ? text.attachments.viewer.loading : <Parts content={reading.content} />}
      </pre>
    </section>
  );
}

function Parts({ content }: { readonly content: string }) {
  const parts = useMemo(() => textParts(content, partLength), [content]);
  const count = useDeferredValue(parts.length, Math.min(firstParts, parts.length));
  return parts.slice(0, count).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change
    <span key={index} className={styles['part']}>
      {part}
    </span>
  ));
}
