import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatCount } from '../format/numbers.ts';
import { lengthOfWholeSentences } from '../format/sentences.ts';
import { countWords } from '../format/words.ts';
import { nothingSpoken, type SpokenAnswer, speakAnswer } from '../markdown/spoken-text.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useNoticesStore } from '../stores/window/notices-store.ts';

/** Between two announcements, so that a fast answer does not interrupt its own reading. */
const pauseMs = 2_000;
/** Words of a longer answer are not counted one by one. */
const countedLength = 200_000;

/** What was said so far of the answer that is being written in the session shown. */
interface Telling {
  readonly replyId: string;
  readonly spoken: SpokenAnswer;
  readonly saidLength: number;
}

let telling: Telling | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells of the answer in the session shown in whole sentences, as they come. */
export function announceGrowingAnswers(): () => void {
  const unsubscribe = useChatStore.subscribe(look);
  return () => {
    unsubscribe();
    clearTimeout(timer);
    timer = undefined;
    telling = null;
  };
}

/** What is left to be said when it ends; empty for one that nobody was told of. */
export function restOf(reply: Message): string {
  if (telling?.replyId !== reply.id) return '';
  const rest = speakAnswer(telling.spoken, reply.content, false).text.slice(telling.saidLength);
  telling = null;
  return rest.replaceAll(/\s+/g, ' ').trim();
}

export function completeSentence({ content }: Message): string {
  const { text: words } = speakAnswer(nothingSpoken, content.slice(0, countedLength), false);
  const count = countWords(words);
  return text.reading.complete(formatCount(count), count);
}

function look(): void {
  const reply = growingReply();
  if (reply === undefined) {
    if (telling !== null && useChatStore.getState().live[telling.replyId] === undefined) return;
    telling = null;
    return;
  }
  if (telling?.replyId !== reply.replyId) {
    // One that was begun before the session was shown is not read from its beginning.
    const spoken = speakAnswer(nothingSpoken, reply.content.known, true);
    telling = { replyId: reply.replyId, spoken, saidLength: lengthOfWholeSentences(spoken.text) };
    if (reply.content.known === '') {
      telling = { ...telling, saidLength: 0 };
      say(text.reading.started(modelOf(reply.replyId)));
    }
    return;
  }
  timer ??= setTimeout(tell, pauseMs);
}

function tell(): void {
  timer = undefined;
  const reply = growingReply();
  if (telling === null || reply?.replyId !== telling.replyId) return;
  const spoken = speakAnswer(telling.spoken, reply.content.known, true);
  const rest = spoken.text.slice(telling.saidLength);
  const length = lengthOfWholeSentences(rest);
  telling = { ...telling, spoken, saidLength: telling.saidLength + length };
  const sentences = rest.slice(0, length).replaceAll(/\s+/g, ' ').trim();
  if (sentences !== '') say(sentences);
}

/** The first of the answers being written in the session shown. */
function growingReply() {
  const { live, openSessionId } = useChatStore.getState();
  for (const id in live) if (live[id]?.sessionId === openSessionId) return live[id];
  return undefined;
}

function modelOf(replyId: string): string {
  const { conversations, openSessionId } = useChatStore.getState();
  const messages = openSessionId === null ? undefined : conversations[openSessionId]?.messages;
  return messages?.find(({ id }) => id === replyId)?.model ?? text.chat.assistant;
}

function say(sentence: string): void {
  useNoticesStore.getState().announce(sentence);
}
