import { AttachmentDialogs } from '../attachments/attachment-dialogs.tsx';
import { DiffDialog } from '../branches/diff-dialog.tsx';
import { TreeSheet } from '../branches/tree-sheet.tsx';
import { AnswerDialogs } from '../chat/answer-dialogs.tsx';
import { Dialogs } from '../dialogs/dialogs.tsx';
import { Palette } from '../palette/palette.tsx';
import { ParametersPanel } from '../parameters/parameters-panel.tsx';
import { PrintPlace } from '../print/print-place.tsx';
import { PromptDialogs } from '../prompts/prompt-dialogs.tsx';
import { Switcher } from '../switcher/switcher.tsx';

/** Everything that comes over the window when it is asked for. */
export function Overlays() {
  return (
    <>
      <Switcher />
      <Palette />
      <ParametersPanel />
      <Dialogs />
      <PrintPlace />
      <TreeSheet />
      <DiffDialog />
      <PromptDialogs />
      <AttachmentDialogs />
      <AnswerDialogs />
    </>
  );
}
