import * as v from 'valibot';
import type { MessageId, SessionId } from '#shared/domain.ts';

/** Where a session was left: the first message in view, and how far its top is below the top of the view, in pixels. */
export interface Place {
  readonly messageId: MessageId;
  readonly offset: number;
}

const storageKey = 'parlor.places';
/** Sessions left somewhere above their end; far more than anybody reads in one run. */
const placeLimit = 1_000;
const writeDelayMs = 500;
const storedSchema = v.array(
  v.tuple([v.string(), v.strictObject({ messageId: v.string(), offset: v.number() })]),
);

/** The latest last. Outside the conversations, which are forgotten sooner; kept for as long as the window exists. */
const places = new Map<SessionId, Place>(readStored());
let writing: ReturnType<typeof setTimeout> | undefined;

/** Undefined = at its end. */
export function placeOf(sessionId: SessionId): Place | undefined {
  return places.get(sessionId);
}

export function rememberPlace(sessionId: SessionId, place: Place): void {
  places.delete(sessionId);
  places.set(sessionId, place);
  const [oldest] = places.keys();
  if (places.size > placeLimit && oldest !== undefined) places.delete(oldest);
  writeSoon();
}

/** The session is at its end. */
export function forgetPlace(sessionId: SessionId): void {
  if (places.delete(sessionId)) writeSoon();
}

/** Before the page goes. */
export function writePlaces(): void {
  clearTimeout(writing);
  writing = undefined;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify([...places]));
  } catch {
    // Without storage a page loaded again shows its sessions at their end.
  }
}

function writeSoon(): void {
  writing ??= setTimeout(writePlaces, writeDelayMs);
}

function readStored(): readonly (readonly [SessionId, Place])[] {
  try {
    return v.parse(storedSchema, JSON.parse(sessionStorage.getItem(storageKey) ?? '[]'));
  } catch {
    return [];
  }
}
