import { getDocumentProxy } from 'unpdf';
import { unreadable } from './inspection.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * The text of a PDF, an empty line between its pages; empty for one that is pictures only. Errors: attachment-unreadable
 * `encrypted` when it does not open without a password, else `damaged`.
 */
export async function readPdf(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly pageCount: number }> {
  const document = await open(name, bytes);
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
    return { text: pages.join('\n\n').trim(), pageCount: document.numPages };
  } catch (thrown) {
    throw pdfError(name, thrown);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(name: string, bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // A copy, because the library keeps what it is given.
    return await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  } catch (thrown) {
    throw pdfError(name, thrown);
  }
}

async function readPage(document: PdfDocument, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  page.cleanup();
  return text.trimEnd();
}

function pdfError(name: string, thrown: unknown): Error {
  const kind = thrown instanceof Error ? thrown.name : '';
  if (kind === 'PasswordException') return unreadable(name, 'encrypted', '', thrown);
  return unreadable(name, 'damaged', thrown instanceof Error ? thrown.message : String(thrown), thrown);
}
