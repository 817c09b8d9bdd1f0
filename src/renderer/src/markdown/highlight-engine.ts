import hljs from 'highlight.js/lib/common';
import clojure from 'highlight.js/lib/languages/clojure';
import cmake from 'highlight.js/lib/languages/cmake';
import dart from 'highlight.js/lib/languages/dart';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import elixir from 'highlight.js/lib/languages/elixir';
import groovy from 'highlight.js/lib/languages/groovy';
import haskell from 'highlight.js/lib/languages/haskell';
import julia from 'highlight.js/lib/languages/julia';
import latex from 'highlight.js/lib/languages/latex';
import nginx from 'highlight.js/lib/languages/nginx';
import powershell from 'highlight.js/lib/languages/powershell';
import scala from 'highlight.js/lib/languages/scala';
import { type CodeRun, readHighlighted } from './code-runs.ts';

// The 36 languages of highlight.js's common set, and these. All of it is loaded in a worker, when the first code block
// wants colour.
const more = {
  clojure,
  cmake,
  dart,
  dockerfile,
  elixir,
  groovy,
  haskell,
  julia,
  latex,
  nginx,
  powershell,
  scala,
};

for (const [name, define] of Object.entries(more)) hljs.registerLanguage(name, define);

/** The coloured pieces of a code, or undefined for a language that is not known. Names and their aliases in any case. */
export function colourCode(language: string, code: string): readonly CodeRun[] | undefined {
  if (hljs.getLanguage(language) === undefined) return undefined;
  return readHighlighted(hljs.highlight(code, { language, ignoreIllegals: true }).value);
}
