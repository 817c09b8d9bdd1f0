declare module '*?raw' {
  const content: string;
  // biome-ignore lint/style/noDefaultExport: so does Vite
  export default content;
}

declare module 'nspell' {
  export interface NSpell {
    correct(word: string): boolean;
    suggest(word: string): string[];
    add(word: string): this;
  }
  // biome-ignore lint/style/noDefaultExport: so does the package
  export default function nspell(aff: string, dic: string): NSpell;
}
