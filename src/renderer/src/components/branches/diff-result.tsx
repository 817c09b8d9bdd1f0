import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { text } from '#shared/text/index.ts';
import { CopyButton } from '../chat/copy-button.tsx';
import styles from './diff.module.css';
import { DiffBlock, type DiffView } from './diff-block.tsx';
import { diffLayout } from './diff-rows.ts';
import { useChanges } from './use-changes.ts';
import { useDrawnBlocks } from './use-drawn-blocks.ts';
import { asMarkedText, type TextDiff } from './word-diff.ts';

const words = text.branches.diff;

export interface DiffResultProps {
  readonly diff: TextDiff;
  readonly view: DiffView;
}

/** The text with what went struck through and what came underlined, and the way from one change to the next. */
export function DiffResult({ diff, view }: DiffResultProps) {
  const { blocks, changes } = useMemo(() => diffLayout(diff.parts), [diff]);
  const copied = useMemo(() => asMarkedText(diff.parts), [diff]);
  const drawn = useDrawnBlocks(blocks.length);
  const box = useRef<HTMLElement>(null);
  const { current, step } = useChanges({ box, count: changes, blocks, drawn, view });

  // Wherever the keyboard is in the dialog.
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  });

  function handleKey(event: KeyboardEvent): void {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
    const isStep = event.key === 'F7' || (event.target === box.current && /^[np]$/u.test(event.key));
    if (!isPlain || !isStep) return;
    event.preventDefault();
    step(event.shiftKey || event.key === 'p' ? -1 : 1);
  }

  return (
    <div className={styles['result']}>
      <div className={styles['tools']}>
        <span className={styles['place']} role="status">
          {current === null ? words.changes(changes) : words.change(current + 1, changes)}
        </span>
        <StepButton label={words.previous} keys="Shift+F7" onStep={() => step(-1)} icon={ChevronUp} />
        <StepButton label={words.next} keys="F7" onStep={() => step(1)} icon={ChevronDown} />
        <CopyButton content={copied} label={words.copy} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section ref={box} className={styles['text']} data-view={view} aria-label={words.result} tabIndex={0}>
        {blocks.slice(0, drawn).map((block, index) => {
          const isHere = current !== null && current >= block.firstChange && current < block.endChange;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one comparison never change places
            <DiffBlock key={index} block={block} view={view} current={isHere ? current : null} />
          );
        })}
      </section>
    </div>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: typeof ChevronUp;
  readonly onStep: () => void;
}

function StepButton({ label, keys, icon: Icon, onStep }: StepButtonProps) {
  return (
    <button
      type="button"
      className={styles['step']}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      onClick={onStep}
    >
      <Icon size={15} aria-hidden />
    </button>
  );
}
