import { SlashHelp } from '../composer/slash/slash-help.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { DeleteProjectDialog } from './delete-project-dialog.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ImportReportDialog } from './import-report-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ProjectDialog } from './project-dialog.tsx';
import { SessionTagsDialog } from './session-tags-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TagsDialog } from './tags-dialog.tsx';

/** The small dialogs, together: none of them is there when the window is first painted. */
export function Dialogs() {
  return (
    <>
      <SettingsDialog />
      <ShortcutsDialog />
      <ProjectDialog />
      <DeleteProjectDialog />
      <MoveDialog />
      <SessionTagsDialog />
      <TagsDialog />
      <DetailsDialog />
      <ExportDialog />
      <ImportReportDialog />
      <SlashHelp />
    </>
  );
}
