import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { focusTargetRef } from '../../focus.ts';
import { useDraftsStore } from '../../stores/chat/drafts-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';
import { useGrowingField } from './use-growing-field.ts';

const focusTarget = focusTargetRef('composer');

export interface ComposerField {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly fieldRef: (element: HTMLTextAreaElement | null) => () => void;
}

/** The field itself: its height, its focus, and that it leaves nothing unsaved. */
export function useComposerField(): ComposerField {
  const field = useRef<HTMLTextAreaElement | null>(null);
  const fontSize = useSettingsStore((store) => store.settings.fontSize);

  useGrowingField(field, fontSize);
  useEffect(() => {
    // A session that was opened from somewhere else leaves the keyboard there.
    if (document.activeElement === document.body) field.current?.focus();
    return () => void useDraftsStore.getState().flush();
  }, []);

  const fieldRef = useCallback((element: HTMLTextAreaElement | null) => {
    field.current = element;
    return focusTarget(element);
  }, []);
  return { field, fieldRef };
}
