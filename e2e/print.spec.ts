import { text } from '#shared/text/index.ts';
import { expect, type Parlor, test } from './fixtures/parlor.ts';
import { finishPrinting, interceptPrinting, printedPages } from './fixtures/printed.ts';
import { seedSessions } from './fixtures/seeded-session.ts';

const columns = Array.from({ length: 12 }, (_, index) => `column${index + 1}`);
const row = (name: string) => `| ${columns.map((_, index) => `${name}-${index + 1}`).join(' | ')} |`;
const rows = Array.from({ length: 80 }, (_, index) => row(`r${index + 1}`));
const table = [`| ${columns.join(' | ')} |`, `|${'---|'.repeat(12)}`, ...rows].join('\n');
const longLine = `const everything = [${Array.from({ length: 90 }, (_, index) => `item${index}`).join(', ')}];`;
const longCode = Array.from({ length: 120 }, (_, index) => `line ${index + 1} of the code`).join('\n');
const answer = [
  'A **bold** beginning, and a [link](https://example.org/way).',
  `\`\`\`js\n${longLine}\n\`\`\``,
  table,
  `\`\`\`\n${longCode}\n\`\`\``,
  '$$\\int_0^1 x^2\\,dx = \\frac{1}{3}$$',
  '> A quotation\n\n- [x] done\n- [ ] open',
  `Unbreakable: ${'w'.repeat(400)}`,
  'The end.',
].join('\n\n');

async function print(parlor: Parlor) {
  const { window, page } = parlor;
  await window.sessionRow('On paper').click();
  await expect(window.messages('assistant')).toHaveCount(1);
  await interceptPrinting(parlor);
  await page.keyboard.press('Control+p');
  return printedPages(parlor);
}

for (const theme of ['light', 'dark'] as const) {
  test(`what is printed has all of the text, dark on white, and nothing else (${theme})`, async ({
    folder,
    launch,
  }) => {
    seedSessions(folder, [
      { id: '00000000a1', title: 'On paper', messages: ['Print this, please', answer] },
      { id: '00000000a2', title: 'Another session', messages: ['Hello', 'Hello'] },
    ]);
    const parlor = await launch({ settings: { theme } });
    const pages = await print(parlor);

    expect(pages.length).toBeGreaterThan(2);
    const printed = pages.flatMap(({ texts }) => texts.map((each) => each.text)).join(' ');
    const squeezed = printed.replace(/\s+/g, '');
    for (const part of ['Onpaper', 'Printthis,please', 'Theend.', 'https://example.org/way']) {
      expect(squeezed).toContain(part);
    }
    expect(printed).toMatch(/\d\d:\d\d:\d\d/);
    // Long lines wrap, long blocks and tables go on with the next page.
    expect(squeezed).toContain(longLine.replace(/\s+/g, ''));
    for (const line of [1, 60, 120]) expect(squeezed).toContain(`line${line}ofthecode`);
    for (const cell of ['r1-1', 'r1-12', 'r40-6', 'r80-12']) expect(squeezed).toContain(cell);
    expect(squeezed).toContain('w'.repeat(400));
    for (const { width, texts } of pages) {
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.filter(({ left, right }) => left < 30 || right > width - 30)).toEqual([]);
    }
    expect(printed).not.toContain('Another session');
    for (const word of [text.sidebar.label, text.composer.send]) expect(printed).not.toContain(word);

    await parlor.page.emulateMedia({ media: 'print' });
    const colours = await parlor.page.evaluate(
      `[...document.querySelectorAll('[data-print-sheet] *')]
         .filter((element) => element.checkVisibility() && element.textContent.trim() !== '')
         .map((element) => getComputedStyle(element).color)`,
    );
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    };
    const pale = (colours as readonly string[]).filter(
      (colour) => !/color\(|, 0\)$/.test(colour) && luminance(colour) > 0.55,
    );
    expect(pale).toEqual([]);
    await parlor.page.emulateMedia({ media: null });
    await finishPrinting(parlor);
    await expect(parlor.page.locator('[data-print-sheet]')).toHaveCount(0);
    await expect(parlor.window.composer).toBeVisible();
  });
}
