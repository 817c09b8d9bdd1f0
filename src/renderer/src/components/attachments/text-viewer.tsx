import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Attachment } from '#shared/domain.ts';
import { type ErrorReport, toErrorReport } from '#shared/errors.ts';
import { text } from '#shared/text/index.ts';
import { readAttachmentText } from '../../stores/chat/attachment-contents.ts';
import { ErrorNote } from '../errors/error-note.tsx';
import { textParts } from './text-parts.ts';
import styles from './text-viewer.module.css';
import { useHasBeenNear } from './use-has-been-near.ts';

const partLength = 16_000;
/** More are drawn when the last of them comes near: a file of 20 MB would hold up the window for seconds. */
const partsAtOnce = 6;

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
  const [count, setCount] = useState(partsAtOnce);
  return (
    <>
      {parts.slice(0, count).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change
        <span key={index} className={styles['part']}>
          {part}
        </span>
      ))}
      {/* Another key is another mark, which looks anew whether it is near. */}
      {count < parts.length && <EndMark key={count} onNear={() => setCount(count + partsAtOnce)} />}
    </>
  );
}

/** Where the parts that are drawn end. */
function EndMark({ onNear }: { readonly onNear: () => void }) {
  const place = useRef<HTMLSpanElement>(null);
  const isNear = useHasBeenNear(place);
  const handleNear = useEffectEvent(onNear);
  useEffect(() => {
    if (isNear) handleNear();
  }, [isNear]);
  return (
    <span ref={place} className={styles['end']}>
      {text.attachments.viewer.loading}
    </span>
  );
}
