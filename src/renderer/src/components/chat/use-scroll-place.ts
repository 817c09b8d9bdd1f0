import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { forgetPlace, type Place, placeOf, rememberPlace, writePlaces } from '../../stores/chat/places.ts';
import { placeIn, rowOf, showPlace } from './rows.ts';

/** So near to the end that it counts as the end, in CSS pixels. */
const endTolerance = 32;
const keysUp: ReadonlySet<string> = new Set(['ArrowUp', 'PageUp', 'Home']);

interface ScrollPlaceOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly content: RefObject<HTMLElement | null>;
  readonly sessionId: SessionId;
  /** Changes whenever other messages are loaded. */
  readonly edges: string;
  readonly hasNewer: boolean;
}

interface ScrollPlace {
  /** The end is in view, whether the view holds there or not. */
  readonly isAtEnd: boolean;
  readonly jumpToEnd: () => void;
  /** Somebody else is about to move the view: it does not hold at the end any more. */
  readonly letGo: () => void;
}

/**
 * Keeps a scroller at its end while its content grows, until the user scrolls up; back at the end it holds again.
 * Anywhere else the browser anchors the view to what is seen. Comes back to where the user left this session.
 */
export function useScrollPlace(options: ScrollPlaceOptions): ScrollPlace {
  const { scroller, content, sessionId, edges, hasNewer } = options;
  const [isAtEnd, setAtEnd] = useState(() => placeOf(sessionId) === undefined);
  const isHolding = useRef(isAtEnd);
  const isPlaceShown = useRef(false);
  const isMoreBelow = useRef(hasNewer);
  const seen = useRef<SeenRow | null>(null);
  const look = useRef(lookOfText());

  const hold = useCallback(
    (holds: boolean) => {
      isHolding.current = holds;
      setAtEnd(holds || isEndInView(scroller.current));
      // At the end the view is moved by hand; the browser would hold it at what is seen instead.
      scroller.current?.style.setProperty('overflow-anchor', holds ? 'none' : 'auto');
      if (holds) forgetPlace(sessionId);
    },
    [scroller, sessionId],
  );

  const jumpToEnd = useCallback(() => {
    isPlaceShown.current = true;
    hold(true);
    if (scroller.current !== null) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [hold, scroller]);

  const letGo = useCallback(() => {
    isPlaceShown.current = true;
    hold(false);
  }, [hold]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other messages may bring the place, or another end
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const isCutOff = hasNewer && !isMoreBelow.current;
    isMoreBelow.current = hasNewer;
    if (!isPlaceShown.current) {
      const place = placeOf(sessionId);
      isPlaceShown.current = place === undefined || showPlace(element, place);
      hold(place === undefined);
    }
    if (isHolding.current && isCutOff) hold(false);
    else if (isHolding.current) element.scrollTop = element.scrollHeight;
  }, [scroller, sessionId, edges, hasNewer, hold]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.style.setProperty('overflow-anchor', isHolding.current ? 'none' : 'auto');
    const save = () => {
      const place = isHolding.current || !isPlaceShown.current ? null : placeIn(element);
      seen.current = place === null ? null : seenRow(element, place);
      if (place !== null) rememberPlace(sessionId, place);
    };
    const saveForGood = () => {
      save();
      writePlaces();
    };
    element.addEventListener('scrollend', save);
    window.addEventListener('pagehide', saveForGood);
    return () => {
      element.removeEventListener('scrollend', save);
      window.removeEventListener('pagehide', saveForGood);
      save();
    };
  }, [scroller, sessionId]);

  // After every layout that changed a size and before it is painted, so the end never trails behind.
  useEffect(() => {
    const element = scroller.current;
    if (element === null || content.current === null) return;
    const observer = new ResizeObserver(() => {
      if (isHolding.current) element.scrollTop = element.scrollHeight;
      else if (look.current !== lookOfText() && seen.current !== null) showAgain(element, seen.current);
      look.current = lookOfText();
      setAtEnd(isHolding.current || isEndInView(element));
    });
    observer.observe(content.current);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, content]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let last = measure(element);
    let isPointerDown = false;

    const handleScroll = () => {
      const present = measure(element);
      const distance = present.height - present.clientHeight - present.top;
      // A layout that changed moves the view too: only a move without one, or by hand, is the user's.
      const isByUser =
        isPointerDown || (present.height === last.height && present.clientHeight === last.clientHeight);
      if (present.top < last.top - 1 && distance > endTolerance && isByUser) hold(false);
      else if (present.top > last.top && distance <= endTolerance && !isMoreBelow.current) hold(true);
      setAtEnd(isHolding.current || distance <= endTolerance);
      last = present;
    };
    const handlePointer = (event: PointerEvent) => {
      isPointerDown = event.type === 'pointerdown';
    };
    // Lets go at the first wish to go up, before a fast stream can pull the view down again.
    const handleWheel = (event: WheelEvent) => {
      if (event.deltaY < 0 && element.scrollTop > 0 && isScrollable(element)) hold(false);
    };
    const handleKey = (event: KeyboardEvent) => {
      const isOnRow = event.target instanceof HTMLElement && event.target.tagName === 'ARTICLE';
      if ((event.target === element || isOnRow) && keysUp.has(event.key) && isScrollable(element))
        hold(false);
    };
    element.addEventListener('scroll', handleScroll, { passive: true });
    element.addEventListener('pointerdown', handlePointer);
    window.addEventListener('pointerup', handlePointer);
    element.addEventListener('wheel', handleWheel, { passive: true });
    element.addEventListener('keydown', handleKey);
    return () => {
      element.removeEventListener('scroll', handleScroll);
      element.removeEventListener('pointerdown', handlePointer);
      window.removeEventListener('pointerup', handlePointer);
      element.removeEventListener('wheel', handleWheel);
      element.removeEventListener('keydown', handleKey);
    };
  }, [scroller, hold]);

  return { isAtEnd: isAtEnd && !hasNewer, jumpToEnd, letGo };
}

function measure({ scrollTop, scrollHeight, clientHeight }: HTMLElement) {
  return { top: scrollTop, height: scrollHeight, clientHeight };
}

function isEndInView(element: HTMLElement | null): boolean {
  if (element === null) return false;
  const { top, height, clientHeight } = measure(element);
  return height - clientHeight - top <= endTolerance;
}

function isScrollable(element: HTMLElement): boolean {
  return element.scrollHeight > element.clientHeight;
}

/** What was at the top of the view, and how high it was. */
interface SeenRow extends Place {
  readonly height: number;
}

function seenRow(scroller: HTMLElement, place: Place): SeenRow {
  return { ...place, height: rowOf(scroller, place.messageId)?.offsetHeight ?? 0 };
}

/** Text of another width or size: the browser does not anchor the view then. Inside a long message by its share. */
function showAgain(scroller: HTMLElement, { messageId, offset, height }: SeenRow): void {
  const present = rowOf(scroller, messageId)?.offsetHeight ?? 0;
  const share = offset < 0 && height > 0 ? present / height : 1;
  showPlace(scroller, { messageId, offset: offset * share });
}

/** What of the settings changes the height of every message. */
function lookOfText(): string {
  const { dataset, style } = document.documentElement;
  return `${dataset['textWidth']} ${dataset['density']} ${style.getPropertyValue('--size-read')}`;
}
