import { describe, expect, it } from 'vitest';
import { asFieldText, freeName, isLongPaste, withoutPaste } from './long-paste.ts';

describe('a paste', () => {
  it('is long by its characters or its lines', () => {
    expect([isLongPaste('x'.repeat(6_000)), isLongPaste('x'.repeat(6_001))]).toEqual([false, true]);
    expect([isLongPaste('a\n'.repeat(119)), isLongPaste('a\n'.repeat(120))]).toEqual([false, true]);
  });

  it('has the line breaks of a text field', () => {
    expect(asFieldText('a\r\nb\rc\n')).toBe('a\nb\nc\n');
  });

  it('is taken out where it is, also after something was written before it', () => {
    expect(withoutPaste('See: LONG end', 'LONG', 5)).toEqual({ draft: 'See:  end', at: 5 });
    expect(withoutPaste('Please see: LONG end', 'LONG', 5)).toEqual({ draft: 'Please see:  end', at: 12 });
    expect(withoutPaste('LONG LONG', 'LONG', 5)).toEqual({ draft: 'LONG ', at: 5 });
    expect(withoutPaste('LO-NG', 'LONG', 0)).toBeNull();
  });

  it('gets a name of its own', () => {
    expect(freeName('pasted-text.txt', [])).toBe('pasted-text.txt');
    expect(freeName('pasted-text.txt', ['pasted-text.txt', 'pasted-text-2.txt'])).toBe('pasted-text-3.txt');
  });
});
