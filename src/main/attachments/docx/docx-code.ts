/** Style that code gets, so that mammoth's map of styles finds it. */
export const codeStyle = 'Parlor Code';

const codeStyleName = /\b(source ?code|code|preformatted|verbatim|listing|plain ?text)\b/i;
const codeFont =
  /courier|consol|mono\b|monospace|menlo|monaco|typewriter|fixed|source ?code|fira ?code|cascadia/i;

/** The parts of mammoth's document that are looked at. */
interface DocumentPart {
  readonly type: string;
  readonly children?: readonly DocumentPart[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly font?: string | null;
}

/** Gives paragraphs and runs that are code by their style or by their typeface a style of their own. */
export function markCode(part: DocumentPart): DocumentPart {
  const marked = part.children === undefined ? part : { ...part, children: part.children.map(markCode) };
  const isCode =
    (part.type === 'run' && isCodeRun(part)) || (part.type === 'paragraph' && isCodeParagraph(part));
  return isCode ? { ...marked, styleName: codeStyle } : marked;
}

function isCodeRun({ styleName, font }: DocumentPart): boolean {
  return codeStyleName.test(styleName ?? '') || codeFont.test(font ?? '');
}

/** By its style, or because all that is written in it is in such a typeface; not an item of a list, which stays one. */
function isCodeParagraph(part: DocumentPart & { readonly numbering?: unknown }): boolean {
  if (codeStyleName.test(part.styleName ?? '')) return true;
  if (part.numbering != null || /heading|title/i.test(part.styleName ?? '')) return false;
  const runs = runsIn(part).filter((run) => textIn(run).trim() !== '');
  return runs.length > 0 && runs.every(isCodeRun);
}

function runsIn({ type, children = [], ...part }: DocumentPart): readonly DocumentPart[] {
  return type === 'run' ? [{ type, children, ...part }] : children.flatMap(runsIn);
}

function textIn({ value = '', children = [] }: DocumentPart): string {
  return value + children.map(textIn).join('');
}
