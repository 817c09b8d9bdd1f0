import JSZip from 'jszip';

/** A PDF with a line of Helvetica for each line of each page, written by hand; an empty page has nothing on it. */
export function aPdf(pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, index) => pageObjects(text, 5 + 2 * index)),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

function pageObjects(text: string, contentNumber: number): readonly string[] {
  const lines = text === '' ? [] : text.split('\n');
  const stream = lines
    .map((line, index) => `BT /F1 24 Tf 72 ${720 - index * 30} Td (${line}) Tj ET`)
    .join('\n');
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${contentNumber} 0 R ` +
      '/Resources << /Font << /F1 3 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

/** The same, as if it was encrypted with a password nobody knows. */
export function anEncryptedPdf(): Uint8Array {
  const key = (byte: string) => `<${byte.repeat(32)}>`;
  const encryption = `<< /Filter /Standard /V 1 /R 2 /O ${key('6a')} /U ${key('1b')} /P -4 >>`;
  const file = new TextDecoder()
    .decode(aPdf(['secret']))
    .replace('/Root 1 0 R >>', `/Root 1 0 R /ID [<00> <00>] /Encrypt ${encryption} >>`);
  return new TextEncoder().encode(file);
}

/** A DOCX document with those paragraphs. */
export async function aDocx(paragraphs: readonly string[]): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', contentTypes);
  zip.file('_rels/.rels', relationships);
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  zip.file(
    'word/document.xml',
    `${declaration}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array' });
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const contentTypes =
  `${declaration}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ' +
  'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relationships =
  `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" ` +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ' +
  'Target="word/document.xml"/></Relationships>';

/** One grey pixel. */
export const aPng: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
