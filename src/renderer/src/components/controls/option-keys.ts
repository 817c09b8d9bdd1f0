export interface OptionKeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The option a key leads to while the keyboard stays in the field above the list; null for a key that is the field's.
 * Home and End are the field's as long as something is written there that the caret can move in.
 */
export function nextOption(
  press: OptionKeyPress,
  { active, count, page, isFieldEmpty }: OptionPlace,
): number | null {
  if (count === 0 || press.altKey || press.shiftKey || press.metaKey) return null;
  const last = count - 1;
  const keepsToField = !press.ctrlKey && !isFieldEmpty;
  switch (press.key) {
    case 'ArrowDown':
      return press.ctrlKey ? null : active >= last ? 0 : active + 1;
    case 'ArrowUp':
      return press.ctrlKey ? null : active <= 0 ? last : active - 1;
    case 'PageDown':
      return Math.min(last, active + page);
    case 'PageUp':
      return Math.max(0, active - page);
    case 'Home':
      return keepsToField ? null : 0;
    case 'End':
      return keepsToField ? null : last;
    default:
      return null;
  }
}

export interface OptionPlace {
  /** -1 when none is chosen yet. */
  readonly active: number;
  readonly count: number;
  /** Options that a page is. */
  readonly page: number;
  readonly isFieldEmpty: boolean;
}
