import { memo } from 'react';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatFullTime } from '../../format/time.ts';
import { Markdown } from '../../markdown/markdown.tsx';
import styles from './print-sheet.module.css';

export interface PrintSheetProps {
  readonly title: string;
  readonly messages: readonly Message[];
  /** How many of them are on the sheet yet. */
  readonly drawnCount: number;
  readonly chunkSize: number;
}

/** A session as it goes on paper: every message whole, nothing to press. */
export function PrintSheet({ title, messages, drawnCount, chunkSize }: PrintSheetProps) {
  const starts = Array.from({ length: Math.ceil(drawnCount / chunkSize) }, (_, index) => index * chunkSize);
  return (
    <div className={styles['sheet']}>
      <h1 className={styles['title']}>{title}</h1>
      {starts.map((start) => (
        <Chunk key={start} messages={messages} from={start} to={Math.min(drawnCount, start + chunkSize)} />
      ))}
    </div>
  );
}

interface ChunkProps {
  readonly messages: readonly Message[];
  readonly from: number;
  readonly to: number;
}

/** Drawn once: more messages that are read after it change nothing in it. */
const Chunk = memo(
  function Chunk({ messages, from, to }: ChunkProps) {
    return messages.slice(from, to).map((message) => <PrintedMessage key={message.id} message={message} />);
  },
  (before, now) => before.from === now.from && before.to === now.to,
);

const PrintedMessage = memo(function PrintedMessage({ message }: { readonly message: Message }) {
  const { role, model, content, createdAt, attachments } = message;
  const author =
    role === 'assistant' ? (model ?? text.chat.assistant) : text.chat[role === 'user' ? 'you' : role];
  return (
    <section className={styles[role]}>
      <h2 className={styles['head']}>
        {author} · {formatFullTime(createdAt)}
      </h2>
      {role === 'assistant' ? (
        <Markdown text={content} isStreaming={false} />
      ) : (
        <p className={styles['plain']}>{content}</p>
      )}
      {attachments.length > 0 && (
        <p className={styles['files']}>{attachments.map(({ name }) => name).join(' · ')}</p>
      )}
    </section>
  );
});
