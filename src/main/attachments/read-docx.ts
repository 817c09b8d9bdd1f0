import mammoth from 'mammoth';
import { messageOf } from '#shared/errors.ts';
import { codeStyle, markCode } from './docx/docx-code.ts';
import { parseHtml } from './docx/html-tree.ts';
import { htmlToMarkdown } from './docx/markdown-blocks.ts';
import { plainText } from './docx/markdown-inline.ts';
import { unreadable } from './inspection.ts';

export interface DocxContent {
  /** Markdown. Empty when there is nothing to read in it. */
  readonly text: string;
  /** Pictures in it, which are not sent; where each was is said in the text. */
  readonly picturesLeftOut: number;
}

/** mammoth itself knows five levels of lists, Word has nine. */
const deepLists = [6, 7, 8, 9].flatMap((level) =>
  (['unordered', 'ordered'] as const).map((kind) => {
    const outer = 'ul|ol > li > '.repeat(level - 1);
    return `p:${kind}-list(${level}) => ${outer}${kind === 'ordered' ? 'ol' : 'ul'} > li:fresh`;
  }),
);
const styleMap = [
  `p[style-name='${codeStyle}'] => pre:separator('\\n')`,
  `r[style-name='${codeStyle}'] => code`,
  `p[style-name='Title'] => h1:fresh`,
  `p[style-name='Subtitle'] => p:fresh`,
  ...deepLists,
];

/** A DOCX document as Markdown: headings, lists, tables, links, notes and code. Error: attachment-unreadable `damaged`. */
export async function readDocx(name: string, bytes: Uint8Array): Promise<DocxContent> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let picturesLeftOut = 0;
    const convertImage = mammoth.images.imgElement(async () => {
      picturesLeftOut += 1;
      return { src: '' };
    });
    const options = { styleMap, convertImage, transformDocument: markCode, includeEmbeddedStyleMap: false };
    const nodes = parseHtml((await mammoth.convertToHtml({ buffer }, options)).value);
    return { text: plainText(nodes).trim() === '' ? '' : htmlToMarkdown(nodes), picturesLeftOut };
  } catch (thrown) {
    throw unreadable(name, 'damaged', messageOf(thrown), thrown);
  }
}
