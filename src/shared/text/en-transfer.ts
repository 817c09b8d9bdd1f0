import type { LeftOut, TransferKind } from '../contract/transfer.ts';

const counted = (count: number, noun: string) => `${count} ${count === 1 ? noun : `${noun}s`}`;

/** Files out of Parlor and into it, and copies of everything. */
export const transferTexts = {
  withThinking: 'With the model’s thinking',
  /** What a file does not hold; empty when it holds everything. */
  leftOut({ attachments, otherBranches, thinking }: LeftOut): string {
    const parts = [
      ...(attachments > 0 ? [`what is in ${counted(attachments, 'attachment')}`] : []),
      ...(otherBranches > 0 ? [`${counted(otherBranches, 'message')} of other branches`] : []),
      ...(thinking > 0 ? [`the thinking of ${counted(thinking, 'answer')}`] : []),
    ];
    return parts.length === 0 ? '' : `Left out: ${parts.join(', ')}. Parlor JSON keeps all of that.`;
  },

  working: {
    export: 'The file is being written…',
    import: 'Importing…',
    backup: 'The backup is being written…',
  } satisfies Record<TransferKind, string>,
  importTitle: 'Import sessions',
  importFilter: 'Sessions (Parlor JSON)',
  imported: (title: string) => `Imported “${title}”.`,
  backup: {
    title: 'Back up everything',
    fileName: (date: string) => `Parlor backup ${date}`,
    written: (path: string, size: string) => `Backed up everything to ${path} (${size}), and checked it.`,
  },
  report: {
    title: 'Import',
    summary: (taken: number, known: number, failed: number) =>
      [
        ...(taken > 0 ? [`${counted(taken, 'session')} imported`] : []),
        ...(known > 0 ? [`${known} here already`] : []),
        ...(failed > 0 ? [`${counted(failed, 'file')} not imported`] : []),
      ].join(', '),
    imported: 'Imported',
    known: 'Here already',
    trashed: 'Here already, in the trash',
    missingFiles: (count: number) => `without ${counted(count, 'attachment')} that the file does not hold`,
    open: 'Open',
    openNamed: (title: string) => `Open “${title}”`,
    showTrash: 'Show the trash',
    copy: 'Import as a copy',
    copyOf: (name: string) => `Import ${name} as a copy`,
  },
};
