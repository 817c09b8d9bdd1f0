/** Offers a text as a file: the system asks where it goes, as with any download. */
export function saveText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download reads the text after this; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** What a code block is called as a file: after its language, as far as that is known. */
export function codeFileName(language: string): string {
  const name = language.toLowerCase();
  if (name === 'dockerfile' || name === 'makefile') return name;
  const ending = endings.get(name) ?? (/^[a-z0-9]{1,5}$/.test(name) ? name : 'txt');
  return `code.${ending}`;
}

const endings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bash: 'sh',
    csharp: 'cs',
    clojure: 'clj',
    elixir: 'ex',
    haskell: 'hs',
    javascript: 'js',
    julia: 'jl',
    kotlin: 'kt',
    latex: 'tex',
    markdown: 'md',
    mermaid: 'mmd',
    'objective-c': 'm',
    perl: 'pl',
    plaintext: 'txt',
    powershell: 'ps1',
    python: 'py',
    python3: 'py',
    ruby: 'rb',
    rust: 'rs',
    shell: 'sh',
    text: 'txt',
    typescript: 'ts',
    'c++': 'cpp',
    'c#': 'cs',
    console: 'txt',
  }),
);
