import { ipcRenderer, webFrame } from 'electron';
import type { RequestOutput } from '#shared/contract/index.ts';
import { checkedAtOnce } from '#shared/contract/spelling.ts';
import type { Result } from '#shared/errors.ts';

const longestWord = 100;

/** Lets main say which words are not spelt right. The system's and Chromium's own checker fetch dictionaries. */
export function checkSpelling(): void {
  webFrame.setSpellCheckProvider('en', {
    spellCheck(words, callback) {
      const asked = words.filter((word) => word.length <= longestWord).slice(0, checkedAtOnce);
      const answer: Promise<Result<RequestOutput<'spelling:check'>>> = ipcRenderer.invoke('spelling:check', {
        words: asked,
      });
      answer.then(
        (result) => callback(result.ok ? [...result.value] : []),
        () => callback([]),
      );
    },
  });
}
