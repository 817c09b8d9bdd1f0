import JSZip from 'jszip';

/** Parts of a DOCX document, written by hand; the body is put together from what the functions below give. */
export async function richDocx(body: readonly string[]): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', contentTypes);
  zip.file('_rels/.rels', relationships([['r1', 'officeDocument', 'word/document.xml']]));
  zip.file(
    'word/_rels/document.xml.rels',
    relationships([
      ['styles', 'styles', 'styles.xml'],
      ['lists', 'numbering', 'numbering.xml'],
      ['notes', 'footnotes', 'footnotes.xml'],
      ['picture', 'image', 'media/image1.png'],
      ['web', 'hyperlink', 'https://example.org/tea'],
    ]),
  );
  zip.file('word/document.xml', root('document', `<w:body>${body.join('')}</w:body>`));
  zip.file('word/styles.xml', root('styles', styles));
  zip.file('word/numbering.xml', root('numbering', numbering));
  zip.file('word/footnotes.xml', root('footnotes', footnotes));
  zip.file('word/media/image1.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
  return zip.generateAsync({ type: 'uint8array' });
}

export interface RunLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly font?: string;
}

export function run(words: string, { bold, italic, font }: RunLook = {}): string {
  const look = [
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    font === undefined ? '' : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`,
  ].join('');
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

export function paragraph(content: string, style?: string): string {
  const look = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${look}${content}</w:p>`;
}

/** `level` counts from 1. */
export function item(content: string, kind: 'bullets' | 'numbers', level: number): string {
  const list = `<w:ilvl w:val="${level - 1}"/><w:numId w:val="${kind === 'bullets' ? 1 : 2}"/>`;
  return `<w:p><w:pPr><w:numPr>${list}</w:numPr></w:pPr>${content}</w:p>`;
}

export function link(words: string): string {
  return `<w:hyperlink r:id="web">${run(words)}</w:hyperlink>`;
}

/** Rows of cells of paragraphs. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) => (content.startsWith('<w:tc>') ? content : tableCell(content));
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function tableCell(content: string, columns = 1, merge?: 'restart' | 'continue'): string {
  const span = columns === 1 ? '' : `<w:gridSpan w:val="${columns}"/>`;
  const tall = merge === undefined ? '' : `<w:vMerge w:val="${merge}"/>`;
  return `<w:tc><w:tcPr>${span}${tall}</w:tcPr>${content}</w:tc>`;
}

export function picture(description = ''): string {
  return (
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${description}"/><a:graphic><a:graphicData>` +
    '<pic:pic><pic:blipFill><a:blip r:embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>' +
    '</wp:inline></w:drawing></w:r>'
  );
}

export const footnoteReference = '<w:r><w:footnoteReference w:id="2"/></w:r>';

const office = 'http://schemas.openxmlformats.org';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

function root(name: string, content: string): string {
  const spaces = [
    ['w', 'wordprocessingml/2006/main'],
    ['r', 'officeDocument/2006/relationships'],
    ['wp', 'drawingml/2006/wordprocessingDrawing'],
    ['a', 'drawingml/2006/main'],
    ['pic', 'drawingml/2006/picture'],
  ].map(([prefix, path]) => `xmlns:${prefix}="${office}/${path}"`);
  return `${declaration}<w:${name} ${spaces.join(' ')}>${content}</w:${name}>`;
}

function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(([id, type, target]) => {
    const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
  });
  return `${declaration}<Relationships xmlns="${office}/package/2006/relationships">${each.join('')}</Relationships>`;
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes =
  `${declaration}<Types xmlns="${office}/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="png" ContentType="image/png"/>' +
  ['document.main', 'styles', 'numbering', 'footnotes']
    .map((part) => {
      const path = part === 'document.main' ? 'document' : part;
      return `<Override PartName="/word/${path}.xml" ContentType="${word}.${part}+xml"/>`;
    })
    .join('') +
  '</Types>';

const style = (kind: string, id: string, name: string) =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const styles =
  [1, 2, 3].map((level) => style('paragraph', `Heading${level}`, `heading ${level}`)).join('') +
  style('paragraph', 'Pre', 'HTML Preformatted') +
  style('paragraph', 'Title', 'Title');

const levels = (format: string) =>
  Array.from(
    { length: 9 },
    (_, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`,
  ).join('');
const numbering =
  `<w:abstractNum w:abstractNumId="1">${levels('bullet')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${levels('decimal')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';

const footnotes = `<w:footnote w:id="2">${paragraph(run('Measured in spring.'))}</w:footnote>`;
