// The package opens no way to its files but through its own loader, which does not survive bundling.
import aff from '../../../node_modules/dictionary-en/index.aff?raw';
import dic from '../../../node_modules/dictionary-en/index.dic?raw';
import { createSpeller, type Speller } from './speller.ts';

/** Takes some hundred milliseconds. */
export function createEnglishSpeller(): Speller {
  return createSpeller(aff, dic);
}
