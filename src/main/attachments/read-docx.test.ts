import { expect, it } from 'vitest';
import { readDocx } from './read-docx.ts';
import {
  footnoteReference,
  item,
  link,
  paragraph,
  picture,
  richDocx,
  run,
  table,
  tableCell,
} from './testing/rich-docx.ts';

const cell = (words: string) => paragraph(run(words));
const read = async (...body: readonly string[]) => readDocx('a.docx', await richDocx(body));
const markdown = async (...body: readonly string[]) => (await read(...body)).text;

it('keeps headings and paragraphs', async () => {
  const text = await markdown(
    paragraph(run('Tea'), 'Title'),
    paragraph(run('Green', { bold: true }), 'Heading1'),
    paragraph(run('Steep for two minutes.')),
    paragraph(''),
    paragraph(run('Leaves'), 'Heading3'),
  );
  expect(text).toBe('# Tea\n\n# Green\n\nSteep for two minutes.\n\n### Leaves');
});

it('keeps lists inside lists, however deep', async () => {
  const text = await markdown(
    item(run('Kettle'), 'bullets', 1),
    item(run('fill'), 'numbers', 2),
    item(run('boil'), 'numbers', 2),
    item(run('twice'), 'bullets', 3),
    item(run('Cup'), 'bullets', 1),
  );
  expect(text).toBe('- Kettle\n  1. fill\n  2. boil\n     - twice\n- Cup');
  const nine = await markdown(
    ...Array.from({ length: 9 }, (_, index) => item(run(`level ${index + 1}`), 'bullets', index + 1)),
  );
  expect(nine.split('\n').at(-1)).toBe(`${'  '.repeat(8)}- level 9`);
});

it('keeps tables, with what would break them made harmless', async () => {
  const text = await markdown(
    table([
      [cell('Tea'), cell('Heat')],
      [cell('green'), cell('70') + cell('a | b')],
      [cell('black'), ''],
    ]),
  );
  expect(text).toBe('| Tea | Heat |\n| --- | --- |\n| green | 70<br>a \\| b |\n| black |  |');
});

it('keeps the columns of a table whose cells reach over others', async () => {
  const text = await markdown(
    table([
      [tableCell(cell('wide'), 2), cell('c')],
      [tableCell(cell('tall'), 1, 'restart'), cell('b1'), cell('c1')],
      [tableCell(cell(''), 1, 'continue'), cell('b2'), cell('c2')],
    ]),
  );
  expect(text).toBe('| wide |  | c |\n| --- | --- | --- |\n| tall | b1 | c1 |\n|  | b2 | c2 |');
});

it('takes a frame of one cell for the text in it', async () => {
  expect(await markdown(table([[cell('one') + cell('two')]]))).toBe('one\n\ntwo');
});

it('keeps links, emphasis and notes', async () => {
  const text = await markdown(
    paragraph(
      run('See ') +
        link('the page') +
        run(' for ', { bold: true }) +
        run('bold', { bold: true }) +
        run(' and ') +
        run('soft ', { italic: true }) +
        run('words.') +
        footnoteReference,
    ),
  );
  expect(text).toBe(
    'See [the page](https://example.org/tea) **for bold** and *soft* words.[^1]\n\n[^1]: Measured in spring.',
  );
});

it('writes an address that is its own text once', async () => {
  expect(await markdown(paragraph(link('https://example.org/tea')))).toBe('https://example.org/tea');
});

it('keeps code as it is, by its style or its typeface', async () => {
  const mono = { font: 'Courier New' };
  const text = await markdown(
    paragraph(run('Call ') + run('snake_case(*x)', { font: 'Consolas' }) + run(' first.')),
    paragraph(run('def brew():', mono)),
    paragraph(run('    return `tea`  # a  b', mono)),
    paragraph(run('ls -l | wc'), 'Pre'),
    paragraph(run('Done.')),
  );
  expect(text).toBe(
    'Call `snake_case(*x)` first.\n\n```\ndef brew():\n    return `tea`  # a  b\nls -l | wc\n```\n\nDone.',
  );
});

it('leaves the words as they are, whatever marks are in them', async () => {
  expect(await markdown(paragraph(run('file_name_1 * 2 &lt;b&gt; [x] 茶 شاي')))).toBe(
    'file_name_1 * 2 <b> [x] 茶 شاي',
  );
});

it('says where a picture was, and counts them', async () => {
  const found = await read(paragraph(run('Before ') + picture('A kettle')), paragraph(picture()));
  expect(found).toEqual({
    text: 'Before [picture left out: A kettle]\n\n[picture left out]',
    picturesLeftOut: 2,
  });
});

it('of pictures alone has no text', async () => {
  expect(await read(paragraph(picture('A kettle')))).toEqual({ text: '', picturesLeftOut: 1 });
  expect(await read()).toEqual({ text: '', picturesLeftOut: 0 });
});

it('is read to its end, however long its lists are', async () => {
  const body = Array.from({ length: 5_000 }, (_, index) => item(run(`line ${index}`), 'numbers', 1));
  const text = await markdown(...body);
  expect(text.split('\n')).toHaveLength(5_000);
  expect(text.endsWith('5000. line 4999')).toBe(true);
});
