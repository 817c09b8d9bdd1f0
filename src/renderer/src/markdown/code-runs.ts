/** What a piece of code is coloured as; one `--syntax-...` colour each. */
export type CodeKind = 'keyword' | 'string' | 'function' | 'number' | 'comment';

/** A piece of code in one colour; without a kind, in the colour of text. */
export interface CodeRun {
  readonly kind: CodeKind | undefined;
  readonly text: string;
}

/**
 * highlight.js answers with HTML: spans, and text in which five characters are escaped. This reads exactly that back into
 * data, so no HTML string ever reaches the page. Of nested spans the innermost one with a colour counts.
 */
export function readHighlighted(html: string): readonly CodeRun[] {
  const runs: { kind: CodeKind | undefined; text: string }[] = [];
  const outer: (CodeKind | undefined)[] = [];
  let kind: CodeKind | undefined;
  for (const [piece, classes, escaped] of html.matchAll(
    /<span class="([^"]*)">|<\/span>|&(amp|lt|gt|quot|#x27);|[^<&]+|[<&]/g,
  )) {
    if (classes !== undefined) {
      outer.push(kind);
      kind = kindOf(classes, kind);
    } else if (piece === '</span>') {
      kind = outer.pop();
    } else {
      const text = escaped === undefined ? piece : (unescaped[escaped] ?? piece);
      const last = runs.at(-1);
      if (last !== undefined && last.kind === kind) last.text += text;
      else runs.push({ kind, text });
    }
  }
  return runs;
}

const unescaped: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** Scopes of highlight.js (its docs, css-classes-reference) by the colour Parlor gives them. */
const scopesOfKind: Readonly<Record<CodeKind, string>> = {
  keyword: 'keyword literal operator-word selector-tag name bullet variable.language_',
  string: 'string regexp char.escape_ link addition code symbol meta-string',
  function:
    'title title.function_ title.class_ section built_in type attr attribute property selector-class selector-id meta',
  number: 'number deletion template-variable',
  comment: 'comment quote doctag',
};

const kindOfScope: ReadonlyMap<string, CodeKind> = new Map(
  Object.entries(scopesOfKind).flatMap(([kind, scopes]) =>
    scopes.split(' ').map((scope) => [scope, kind as CodeKind] as const),
  ),
);

/** `hljs-title function_` is the scope title.function_; an inserted expression or another language starts uncoloured. */
function kindOf(classes: string, around: CodeKind | undefined): CodeKind | undefined {
  const scope = classes.replace(/^hljs-/, '').replaceAll(' ', '.');
  if (scope === 'subst' || scope.startsWith('language-')) return undefined;
  return kindOfScope.get(scope) ?? kindOfScope.get(scope.split('.')[0] ?? '') ?? around;
}
