/** Characters at the end that always stay in sight: the extension, and a number before it. */
const tailLength = 9;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name without its folders in two parts, the second of which always stays in sight. Words that run from right to left
 * are not cut in two: the parts stand from left to right, so their order would be wrong.
 */
export function nameParts(path: string): { readonly head: string; readonly tail: string } {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (rightToLeft.test(name)) {
    const dot = name.lastIndexOf('.');
    const end = dot > 0 && !rightToLeft.test(name.slice(dot)) ? dot : name.length;
    return { head: name.slice(0, end), tail: name.slice(end) };
  }
  const characters = Array.from(name);
  return {
    head: characters.slice(0, -tailLength).join(''),
    tail: characters.slice(-tailLength).join(''),
  };
}
