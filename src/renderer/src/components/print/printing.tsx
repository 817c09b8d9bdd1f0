import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { cancelPrinting, printSheet } from '../../actions/print.ts';
import { formatCount } from '../../format/numbers.ts';
import { usePrintStore } from '../../stores/window/print-store.ts';
import '../../styles/print.css';
import { Button } from '../controls/button.tsx';
import { DialogFrame } from '../controls/dialog-frame.tsx';
import { PrintSheet } from './print-sheet.tsx';
import styles from './printing.module.css';
import { whenDrawn } from './when-drawn.ts';

/** Messages drawn at once, so that Cancel can be pressed between them. */
const chunkSize = 20;

/** Draws the sheet chunk by chunk, with a dialog that says how far it is, then prints it. */
export function Printing() {
  const job = usePrintStore((store) => store.job);
  const [drawnCount, setDrawnCount] = useState(0);
  const [isPrinting, setPrinting] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const count = job?.messages.length ?? 0;
  const isDrawn = job?.isRead === true && drawnCount >= count;

  useEffect(() => {
    if (drawnCount >= count) return;
    // A timer, not a frame: a window in the background has no frames.
    const timer = setTimeout(() => setDrawnCount(Math.min(count, drawnCount + chunkSize)));
    return () => clearTimeout(timer);
  }, [drawnCount, count]);

  useEffect(() => {
    if (!isDrawn || sheet.current === null) return;
    return whenDrawn(sheet.current, () => {
      setPrinting(true);
      // After the dialog about the progress is gone.
      setTimeout(() => attempt(printSheet));
    });
  }, [isDrawn]);

  if (job === null) return null;
  return (
    <>
      <DialogFrame title={text.reading.print.title} isOpen={!isPrinting} onClose={cancelPrinting}>
        <div className={styles['progress']}>
          <p>{text.reading.print.progress(formatCount(drawnCount), formatCount(count))}</p>
          <progress max={Math.max(1, count)} value={drawnCount} aria-label={text.reading.print.title} />
          <Button onClick={cancelPrinting}>{text.reading.print.cancel}</Button>
        </div>
      </DialogFrame>
      {createPortal(
        <div ref={sheet} data-print-sheet data-theme="light">
          <PrintSheet
            title={job.title}
            messages={job.messages}
            drawnCount={drawnCount}
            chunkSize={chunkSize}
          />
        </div>,
        document.body,
      )}
    </>
  );
}
