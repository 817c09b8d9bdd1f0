import { ArrowDown } from 'lucide-react';
import { lazy, Suspense, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Message, SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { focusOn, focusTargetRef } from '../../focus.ts';
import { formatMessageTime } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useFindStore } from '../../stores/chat/find-store.ts';
import { useMessageSelection } from '../../stores/chat/message-selection-store.ts';
import { wasSentByMain } from '../../stores/chat/sent-by-main.ts';
import { Button } from '../controls/button.tsx';
import { Later } from '../controls/later.tsx';
import { EmptySession } from '../empty/empty-session.tsx';
import { FindBar } from './find-bar.tsx';
import { MessageItem } from './message-item.tsx';
import { MessageMenuContext, type OpenMessageMenu } from './message-menu-context.ts';
import { PageLine } from './page-line.tsx';
import styles from './transcript.module.css';
import { useColumnsPlace } from './use-columns-place.ts';
import { useEditPlace } from './use-edit-place.ts';
import { useMarks } from './use-marks.ts';
import { useMessageKeys } from './use-message-keys.ts';
import { usePages } from './use-pages.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useScrollPlace } from './use-scroll-place.ts';

const MessageMenu = lazy(async () => ({ default: (await import('./message-menu.tsx')).MessageMenu }));

export interface TranscriptProps {
  readonly sessionId: SessionId;
}

const MessageSelectionBar = lazy(async () => ({
  default: (await import('../branches/message-selection-bar.tsx')).MessageSelectionBar,
}));

const focusTarget = focusTargetRef('transcript');
const messagesTarget = focusTargetRef('messages');
const noMessages: readonly Message[] = [];
/** What scrolls has to take the focus, so that the arrow keys can scroll it. */
const reachableByKeyboard = { tabIndex: 0 } as const;

/** The messages of one session, as far as they are loaded; made anew for another one. */
export function Transcript({ sessionId }: TranscriptProps) {
  const messages = useChatStore((store) => store.conversations[sessionId]?.messages ?? noMessages);
  const hasOlder = useChatStore((store) => store.conversations[sessionId]?.hasOlder ?? false);
  const hasNewer = useChatStore((store) => store.conversations[sessionId]?.hasNewer ?? false);
  const loadingOlder = useChatStore((store) => store.loadingOlder[sessionId]);
  const loadingNewer = useChatStore((store) => store.loadingNewer[sessionId]);
  const runningId = useChatStore((store) => store.running[sessionId]?.[0]);
  const isFinding = useFindStore((store) => store.sessionId === sessionId);
  const loadEnd = useChatStore((store) => store.loadEnd);
  const isChoosing = useMessageSelection((store) => store.sessionId === sessionId);
  const now = useNow(60_000);

  const scroller = useRef<HTMLElement | null>(null);
  const content = useRef<HTMLDivElement>(null);
  const feed = useRef<HTMLDivElement>(null);
  const last = messages.at(-1);
  const edges = `${messages[0]?.id} ${last?.id}`;
  const { isAtEnd, jumpToEnd, letGo } = useScrollPlace({ scroller, content, sessionId, edges, hasNewer });
  const { loadOlder, loadNewer } = usePages({ scroller, content, sessionId, firstId: messages[0]?.id });
  const showEnd = useCallback(async () => {
    await loadEnd(sessionId);
    jumpToEnd();
  }, [loadEnd, sessionId, jumpToEnd]);
  const [menu, setMenu] = useState<OpenMessageMenu | null>(null);
  useMessageKeys({
    scroller,
    sessionId,
    openMenu: setMenu,
    loadOlder,
    loadNewer,
    jumpToEnd: showEnd,
    letGo,
  });
  useColumnsPlace({ scroller, sessionId, letGo });
  useEditPlace(letGo);
  useRowKeys({ scroller, feed, edges });
  useMarks({ scroller, feed, sessionId, messages, letGo });

  // Whoever asks wants to see the answer, wherever the view was; one that a page brought began before.
  const seenRunningId = useRef(runningId);
  useLayoutEffect(() => {
    const isNew = runningId !== undefined && runningId !== seenRunningId.current;
    seenRunningId.current = runningId;
    if (isNew && last?.id === runningId && !wasSentByMain(runningId)) jumpToEnd();
  }, [runningId, last?.id, jumpToEnd]);

  const scrollerRef = useCallback((element: HTMLElement | null) => {
    scroller.current = element;
    return focusTarget(element);
  }, []);

  const feedRef = useCallback((element: HTMLDivElement | null) => {
    feed.current = element;
    return messagesTarget(element);
  }, []);

  return (
    <div className={styles['frame']}>
      {isFinding && <FindBar sessionId={sessionId} scroller={scroller} />}
      <section
        ref={scrollerRef}
        className={styles['scroller']}
        aria-label={text.chat.label}
        {...reachableByKeyboard}
      >
        <div ref={content} className={styles['column']}>
          {messages.length === 0 && <EmptySession sessionId={sessionId} />}
          {hasOlder && <PageLine end="older" state={loadingOlder} onRetry={() => void loadOlder()} />}
          {messages.length > 0 && (
            <div
              ref={feedRef}
              role="feed"
              className={styles['feed']}
              aria-busy={loadingOlder === 'loading' || loadingNewer === 'loading'}
            >
              <MessageMenuContext value={setMenu}>
                {messages.map((message, index) => (
                  // The place in the branch, not the message: choosing another answer keeps the place and the keyboard.
                  <MessageItem
                    key={message.parentId ?? 'root'}
                    message={message}
                    isLast={!hasNewer && index === messages.length - 1}
                    time={formatMessageTime(message.createdAt, now)}
                  />
                ))}
              </MessageMenuContext>
            </div>
          )}
          {hasNewer && <PageLine end="newer" state={loadingNewer} onRetry={() => void loadNewer()} />}
        </div>
      </section>
      {isChoosing && (
        <Suspense fallback={null}>
          <MessageSelectionBar sessionId={sessionId} />
        </Suspense>
      )}
      {!isAtEnd && !isChoosing && (
        <Button
          className={styles['jump']}
          onClick={() => {
            attempt(showEnd);
            focusOn('transcript');
          }}
        >
          {runningId !== undefined ? (
            <span className={styles['pulse']} aria-hidden />
          ) : (
            <ArrowDown size={14} aria-hidden />
          )}
          {text.chat.jumpToLatest}
        </Button>
      )}
      <Later isWanted={menu !== null}>
        <MessageMenu menu={menu} onClose={() => setMenu(null)} />
      </Later>
    </div>
  );
}
