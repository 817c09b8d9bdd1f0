import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isMac, useSettingsStore } from '../../../stores/window/settings-store.ts';
import { heightOf } from '../history/caret-lines.ts';
import { type DraftPart, type Entered, enterInto, partAfter, partAround, partBefore } from './draft-part.ts';

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
  /** To be told of every selection in the field, and with null when it may be left for something else. */
  noteSelection(field: HTMLTextAreaElement | null): void;
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
  const onMac = useSettingsStore(isMac);
  // What all was replaced at once: the field itself would take back only the part it showed.
  const replaced = useRef<(Kept & { readonly shown: string }) | null>(null);

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
    replaced.current = null;
    setAllSelected(false);
    setKept({ text, part: next });
    caretAfter.current = caret - next.from;
  }

  function step(by: 1 | -1): boolean {
    if (by === 1 ? part.to >= text.length : part.from === 0) return false;
    if (by === 1) show(partAfter(text, part), part.to);
    else show(partBefore(text, part), part.from);
    return true;
  }

  function changed(entered: string, caret: number): Entered {
    const before = replaced.current;
    if (before !== null && entered === before.shown) {
      replaced.current = null;
      return { text: before.text, part: before.part, caret: null };
    }
    if (!isPart || !isAllSelected) return enterInto(text, part, entered, caret);
    replaced.current = { text, part, shown: text.slice(part.from, part.to) };
    return enterInto('', { from: 0, to: 0 }, entered, caret);
  }

  return {
    part,
    isPart,
    isAllSelected: isPart && isAllSelected,
    shown: isPart ? text.slice(part.from, part.to) : text,

    enter(entered, caret) {
      const after = changed(entered, caret);
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
        } else if (isSelectAll(event.nativeEvent, onMac)) {
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

    noteSelection(element) {
      const isAll = element?.selectionStart === 0 && element.selectionEnd === element.textLength;
      if (!isAll) setAllSelected(false);
    },

    handleCopy(event) {
      if (!isPart || !isAllSelected) return false;
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
      return true;
    },
  };
}

/** Where the letters are others the key in the place of the A does it, as everywhere. */
function isSelectAll({ key, code, ctrlKey, metaKey }: globalThis.KeyboardEvent, onMac: boolean): boolean {
  const isModified = onMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return isModified && (/^[a-z]$/i.test(key) ? key.toLowerCase() === 'a' : code === 'KeyA');
}
