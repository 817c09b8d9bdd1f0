import type { Settings } from '#shared/settings.ts';

export type EnterPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'
>;

/** What Chromium calls a key that an input method is still using. */
const composingKeyCode = 229;

/** Whether this press sends the message. Never while an input method composes a word. */
export function isSendKey(press: EnterPress, sendKey: Settings['sendKey'], isMac: boolean): boolean {
  if (press.key !== 'Enter' || press.isComposing || press.keyCode === composingKeyCode) return false;
  if (press.shiftKey || press.altKey) return false;
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  return sendKey === 'mod-enter' ? hasMod : hasMod || (!press.ctrlKey && !press.metaKey);
}
