import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { heightOf } from '../history/caret-lines.ts';
import { type DraftPart, enterInto, partAfter, partAround, partBefore } from './draft-part.ts';

export interface ShownPart {
  readonly part: DraftPart;
  /** What the field shows. */
  readonly shown: string;
  /** The field shows only a part. */
  readonly isPart: boolean;
  /** All of the text is selected, what is not shown too: copied, cut and replaced as one. */
  readonly isAllSelected: boolean;
  /** Takes over what the field shows now; gives the whole text. */
  enter(entered: string, caret: number): string;
  /** The part before or after, with the caret where one comes in. */
  step(by: 1 | -1): void;
  /** True when the key led to another part, or selected all of them. */
  handleKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean;
  /** To be told of every selection in the field. */
  noteSelection(field: HTMLTextAreaElement): void;
  /** True when all of the text went into the clipboard; the field itself would copy what it shows. */
  handleCopy(event: ClipboardEvent<HTMLTextAreaElement>): boolean;
}

interface Kept {
  readonly text: string;
  readonly part: DraftPart;
}

/** What the field shows of a text: all of it, or of a long one the part that is being written in. */
export function useDraftPart(text: string, field: RefObject<HTMLTextAreaElement | null>): ShownPart {
  const [kept, setKept] = useState<Kept>({ text: '', part: { from: 0, to: 0 } });
  // Something else wrote into the draft: what it wrote is mostly at the end.
  const part = kept.text === text ? kept.part : partAround(text, text.length);
  const isPart = part.to - part.from < text.length;
  const caretAfter = useRef<number | null>(null);
  const [isAllSelected, setAllSelected] = useState(false);

  // After every render: a part that is cut anew can have the borders of the one before it.
  useLayoutEffect(() => {
    const caret = caretAfter.current;
    caretAfter.current = null;
    const element = field.current;
    if (caret === null || element === null) return;
    element.setSelectionRange(caret, caret);
    element.scrollTop = heightOf(element, element.value.slice(0, caret)) - element.clientHeight / 2;
  });

  function show(next: DraftPart, caret: number): void {
    setKept({ text, part: next });
    caretAfter.current = caret - next.from;
  }

  function step(by: 1 | -1): boolean {
    if (by === 1 ? part.to >= text.length : part.from === 0) return false;
    if (by === 1) show(partAfter(text, part), part.to);
    else show(partBefore(text, part), part.from);
    return true;
  }

  return {
    part,
    isPart,
    isAllSelected: isPart && isAllSelected,
    shown: isPart ? text.slice(part.from, part.to) : text,

    enter(entered, caret) {
      const after =
        isPart && isAllSelected
          ? enterInto('', { from: 0, to: 0 }, entered, caret)
          : enterInto(text, part, entered, caret);
      setAllSelected(false);
      setKept(after);
      caretAfter.current = after.caret;
      return after.text;
    },

    step,

    handleKey(event) {
      const { selectionStart, selectionEnd, textLength } = event.currentTarget;
      if (!isPart || event.nativeEvent.isComposing || event.altKey || event.shiftKey) return false;
      if (event.ctrlKey || event.metaKey) {
        if (event.key === 'Home' && part.from > 0) show(partAround(text, 0), 0);
        else if (event.key === 'End' && part.to < text.length) {
          show(partAround(text, text.length), text.length);
        } else if (event.key.toLowerCase() === 'a') {
          event.currentTarget.select();
          setAllSelected(true);
        } else return false;
        return true;
      }
      if (selectionStart !== selectionEnd) return false;
      const isAtBeginning = selectionStart === 0 && /^(ArrowUp|ArrowLeft|PageUp|Backspace)$/.test(event.key);
      const isAtEnd =
        selectionEnd === textLength && /^(ArrowDown|ArrowRight|PageDown|Delete)$/.test(event.key);
      return (isAtBeginning && step(-1)) || (isAtEnd && step(1));
    },

    noteSelection({ selectionStart, selectionEnd, textLength }) {
      if (selectionStart !== 0 || selectionEnd !== textLength) setAllSelected(false);
    },

    handleCopy(event) {
      if (!isPart || !isAllSelected) return false;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
      return true;
    },
  };
}
