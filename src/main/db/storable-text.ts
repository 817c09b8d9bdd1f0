/**
 * A text as SQLite and other programs can hold it. A NUL ends a string for SQLite's own text functions, so it is
 * taken out; half of a surrogate pair has no UTF-8 form and becomes U+FFFD. Both occur in pasted binary data.
 */
export function storable(text: string): string {
  return unstorable.test(text) ? text.replaceAll('\0', '').replace(loneSurrogates, '\uFFFD') : text;
}

// With the `u` flag a proper pair is one character and does not match.
const unstorable = /\0|\p{Surrogate}/u;
const loneSurrogates = /\p{Surrogate}/gu;
