import { ArrowDown } from 'lucide-react';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Message, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { focusOn, focusTargetRef } from '../../focus.ts';
import { formatMessageTime } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useChatStore } from '../../stores/chat-store.ts';
import { Button } from '../controls/button.tsx';
import { EmptySession } from '../empty/empty-session.tsx';
import { MessageItem } from './message-item.tsx';
import styles from './transcript.module.css';
import { useOlderPages } from './use-older-pages.ts';
import { useStickToBottom } from './use-stick-to-bottom.ts';

export interface TranscriptProps {
  readonly sessionId: SessionId;
}

const focusTarget = focusTargetRef('transcript');
const noMessages: readonly Message[] = [];
/** What scrolls has to take the focus, so that the arrow keys can scroll it. */
const reachableByKeyboard = { tabIndex: 0 } as const;

/** The messages of one session; made anew for another one. */
export function Transcript({ sessionId }: TranscriptProps) {
  const messages = useChatStore((store) => store.conversations[sessionId]?.messages ?? noMessages);
  const hasOlder = useChatStore((store) => store.conversations[sessionId]?.hasOlder ?? false);
  const loadingOlder = useChatStore((store) => store.loadingOlder[sessionId]);
  const loadOlder = useChatStore((store) => store.loadOlder);
  const forgetOlder = useChatStore((store) => store.forgetOlder);
  const now = useNow(60_000);

  const scroller = useRef<HTMLElement | null>(null);
  const content = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const load = useCallback(() => void loadOlder(sessionId), [loadOlder, sessionId]);
  const { isAtEnd, jumpToEnd } = useStickToBottom(scroller, content, sessionId);
  useOlderPages({ scroller, top, firstId: messages[0]?.id, hasOlder, load });

  // Whoever asks wants to see the answer, wherever the view was.
  const last = messages.at(-1);
  const startedId = last?.status === 'streaming' ? last.id : undefined;
  const seenId = useRef(startedId);
  useLayoutEffect(() => {
    if (startedId !== undefined && startedId !== seenId.current) jumpToEnd();
    seenId.current = startedId;
  }, [startedId, jumpToEnd]);

  const scrollerRef = useCallback((element: HTMLElement | null) => {
    scroller.current = element;
    return focusTarget(element);
  }, []);

  return (
    <div className={styles['frame']}>
      <section
        ref={scrollerRef}
        className={styles['scroller']}
        aria-label={text.chat.label}
        {...reachableByKeyboard}
      >
        <div ref={content} className={styles['column']}>
          {messages.length === 0 && <EmptySession sessionId={sessionId} />}
          {hasOlder && (
            <div ref={top} className={styles['older']}>
              {typeof loadingOlder === 'object' ? (
                <>
                  {text.chat.olderFailed}
                  <Button look="quiet" onClick={load}>
                    {text.common.retry}
                  </Button>
                </>
              ) : (
                text.chat.loadingOlder
              )}
            </div>
          )}
          {messages.map((message, index) => (
            // The place in the branch, not the message: choosing another answer keeps the place and the keyboard.
            <MessageItem
              key={message.parentId ?? 'root'}
              message={message}
              isLast={index === messages.length - 1}
              time={formatMessageTime(message.createdAt, now)}
            />
          ))}
        </div>
      </section>
      {!isAtEnd && (
        <Button
          className={styles['jump']}
          onClick={() => {
            forgetOlder(sessionId);
            jumpToEnd();
            focusOn('transcript');
          }}
        >
          <ArrowDown size={14} aria-hidden />
          {text.chat.jumpToLatest}
        </Button>
      )}
    </div>
  );
}
