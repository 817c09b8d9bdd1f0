import { describe, expect, it } from 'vitest';
import { type EnterPress, isSendKey } from './send-key.ts';

function press(over: Partial<EnterPress> = {}): EnterPress {
  return {
    key: 'Enter',
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 13,
    ...over,
  };
}

describe('isSendKey', () => {
  it('sends with Enter and breaks the line with Shift+Enter', () => {
    expect(isSendKey(press(), 'enter', false)).toBe(true);
    expect(isSendKey(press({ shiftKey: true }), 'enter', false)).toBe(false);
  });

  it('breaks the line with Enter when Ctrl or Cmd sends', () => {
    expect(isSendKey(press(), 'mod-enter', false)).toBe(false);
    expect(isSendKey(press({ ctrlKey: true }), 'mod-enter', false)).toBe(true);
    expect(isSendKey(press({ metaKey: true }), 'mod-enter', true)).toBe(true);
    expect(isSendKey(press({ ctrlKey: true }), 'mod-enter', true)).toBe(false);
  });

  it('never sends while an input method composes', () => {
    expect(isSendKey(press({ isComposing: true }), 'enter', false)).toBe(false);
    expect(isSendKey(press({ keyCode: 229 }), 'enter', false)).toBe(false);
  });
});
