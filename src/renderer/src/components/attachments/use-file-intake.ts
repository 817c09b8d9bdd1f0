import { type ClipboardEvent, useEffect, useState } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attachSources } from '../../actions/attach.ts';
import { attempt } from '../../actions/attempt.ts';
import { attachDropped } from '../../actions/drop.ts';
import { filesOfPaste } from '../../files/clipboard-files.ts';
import { sourceOfFile } from '../../files/file-source.ts';
import { focusOn } from '../../focus.ts';

/** What browsers call a picture that has no name of its own. */
const namelessPicture = /^image\.(png|jpe?g|gif|webp)$/u;

/** Attaches files that are pasted. True when there were any, so that nothing else is pasted. */
export function attachPasted(sessionId: SessionId, event: ClipboardEvent): boolean {
  const files = filesOfPaste(event.clipboardData);
  if (files.length === 0) return false;
  event.preventDefault();
  const sources = files.map((file) => sourceOfFile(file, nameOf(file)));
  attempt(() => attachSources(sessionId, sources));
  return true;
}

function nameOf({ name }: File): string {
  return namelessPicture.test(name) || name === ''
    ? text.attachments.pasted(name.slice(name.lastIndexOf('.') + 1) || 'png')
    : name;
}

/** Attaches files that are dropped anywhere in the window. True while files are dragged over it. */
export function useFileDrop(sessionId: SessionId): boolean {
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    // Each element that is crossed is entered before the last one is left.
    let depth = 0;
    const reset = () => {
      depth = 0;
      setOver(false);
    };
    const handlers = {
      dragenter(event: DragEvent) {
        if (!bringsFiles(event) || isDialogOpen()) return;
        event.preventDefault();
        depth += 1;
        setOver(true);
      },
      dragover(event: DragEvent) {
        if (!bringsFiles(event) || event.dataTransfer === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = isDialogOpen() ? 'none' : 'copy';
      },
      dragleave(event: DragEvent) {
        if (!bringsFiles(event)) return;
        depth -= 1;
        if (depth <= 0) reset();
      },
      drop(event: DragEvent) {
        reset();
        if (!bringsFiles(event)) return;
        event.preventDefault();
        const { dataTransfer } = event;
        if (dataTransfer === null || isDialogOpen()) return;
        attempt(() => attachDropped(sessionId, dataTransfer));
        focusOn('composer');
      },
    };
    document.addEventListener('dragenter', handlers.dragenter);
    document.addEventListener('dragover', handlers.dragover);
    document.addEventListener('dragleave', handlers.dragleave);
    document.addEventListener('drop', handlers.drop);
    return () => {
      document.removeEventListener('dragenter', handlers.dragenter);
      document.removeEventListener('dragover', handlers.dragover);
      document.removeEventListener('dragleave', handlers.dragleave);
      document.removeEventListener('drop', handlers.drop);
    };
  }, [sessionId]);

  return isOver;
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog]') !== null;
}
