import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '#shared/text/index.ts';
import { paragraph, picture, richDocx, run } from '../src/main/attachments/testing/rich-docx.ts';
import { chooseInOpenDialog, dropFiles, dropPicture, pastePicture, pdfThatSays } from './fixtures/files.ts';
import { expect, test } from './fixtures/parlor.ts';

const words = text.attachments;
const seeing = { name: 'sees:latest', capabilities: ['completion', 'vision'] } as const;
const blind = { name: 'blind:latest', capabilities: ['completion'] } as const;
for (const theme of ['light', 'dark'] as const) {
  test(`shots ${theme}`, async ({ ollama, folder, launch }) => {
    ollama.setModels([seeing as never, blind as never]);
    const { app, window, page } = await launch({ settings: { defaultModel: 'sees:latest', theme } });
    const shot = (name: string) => page.screenshot({ path: `/tmp/shots/att-${name}-${theme}.png` });
    const chips = page.getByRole('list', { name: words.inDraft }).locator('li:not([data-adding])');
    const size = (w: number, h: number) =>
      app.evaluate(
        ({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows()[0]?.setContentSize(x ?? 0, y ?? 0),
        [w, h],
      );
    await size(1280, 800);
    await expect(window.composer).toBeFocused();
    const docx = Buffer.from(
      await richDocx([
        paragraph(run('Tea'), 'Heading1'),
        paragraph(picture('kettle')),
        paragraph(run('words '.repeat(300))),
      ]),
    ).toString('base64');
    await pastePicture(page, 1600, 900);
    await dropPicture(page, 'leaf.webp', 'image/webp');
    await dropFiles(page, [
      {
        name: 'report of the autumn harvest, third and final version (signed).pdf',
        base64: pdfThatSays('Tea sells well in autumn').toString('base64'),
      },
      { name: 'scan.pdf', base64: pdfThatSays('').toString('base64') },
      { name: 'letter.docx', base64: docx },
      { name: 'main.rs', content: 'fn main() {}\n'.repeat(200) },
      { name: '報告書の最終版（第三稿）お茶の売り上げについて.txt', content: 'お茶' },
      { name: 'تقرير عن مبيعات الشاي في الخريف النسخة النهائية.txt', content: 'شاي' },
    ]);
    await expect(chips).toHaveCount(8);
    await expect(chips.locator('img')).toHaveCount(2);
    await window.composer.fill('What do these say about the harvest?');
    await shot('kinds');
    await window.ask('What do these say about the harvest?');
    await window.answerThatIs('complete').waitFor();
    await window.messages('user').first().scrollIntoViewIfNeeded();
    await page.evaluate(`document.querySelector('article[data-role=user]').scrollIntoView({block:'start'})`);
    await expect(window.messages('user').locator('img').first()).toBeVisible();
    await shot('sent');
    await dropFiles(page, [
      { name: 'empty.txt', content: '' },
      { name: 'program.exe', content: 'MZ\u0000\u0000' },
      {
        name: 'a_very_long_name_without_any_space_in_it_that_has_to_be_broken_somewhere_or_it_would_make_the_window_scroll_sideways_and_that_is_ugly.bin',
        content: '\u0000\u0001',
      },
      { name: 'x.bin', content: '\u0000\u0001' },
      { name: 'whole.md', content: '# Well' },
    ]);
    await expect(chips).toHaveCount(1);
    await shot('refused');
    await size(640, 480);
    await expect.poll(() => page.evaluate('innerWidth')).toBe(640);
    await shot('refused-small');
    await page
      .getByRole('button', { name: new RegExp(`^${text.common.dismiss}`) })
      .first()
      .click();
    await size(1280, 800);
    await dropFiles(
      page,
      Array.from({ length: 29 }, (_, index) => ({
        name: `note ${index + 1} of the harvest.txt`,
        content: `note ${index} `.repeat(index * 50 + 1),
      })),
    );
    await expect(chips).toHaveCount(30);
    await shot('many');
    await size(640, 480);
    await expect.poll(() => page.evaluate('innerWidth')).toBe(640);
    await shot('many-small');
    await window.composer.press('Enter');
    await window.answerThatIs('complete').waitFor();
    await expect(chips).toHaveCount(0);
    await shot('many-sent-small');
    await size(1280, 800);
    const notes = join(folder, 'harvest');
    await mkdir(join(notes, 'deep folder', 'deeper'), { recursive: true });
    for (const [n, c] of [
      ['readme.md', 'x'.repeat(5000)],
      ['photo.jpg', 'y'.repeat(250000)],
      [
        'deep folder/deeper/a file with a name that goes on and on until it does not fit into its row any more, and then some more.txt',
        'z',
      ],
      ['deep folder/表.csv', 'a,b'],
      ['film.mp4', 'q'],
      ['big.sql', 'select'.repeat(90000)],
    ] as const)
      await writeFile(join(notes, n), c);
    await chooseInOpenDialog(app, [notes]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(text.commands['composer.attach-folder']);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option')).toHaveCount(5);
    await page.getByRole('listbox', { name: words.folder.list }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await shot('folder');
    await size(640, 480);
    await expect.poll(() => page.evaluate('innerWidth')).toBe(640);
    await shot('folder-small');
    await page.keyboard.press('Escape');
    await expect(window.dialog).toBeHidden();
    await dropFiles(page, [{ name: 'letter.docx', base64: docx }]);
    await expect(chips).toHaveCount(1);
    await chips.getByRole('button').first().press('Enter');
    await expect(window.dialog).toContainText('# Tea');
    await shot('viewer-small');
  });
}
