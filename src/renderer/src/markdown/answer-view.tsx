import { memo, useMemo, useRef } from 'react';
import { BlockView } from './block-view.tsx';
import type { Block } from './blocks.ts';
import { Caret } from './caret.tsx';
import { FootnoteContext } from './footnote-context.ts';
import { FootnoteSection } from './footnote-section.tsx';
import styles from './markdown.module.css';
import type { ShownAnswer } from './shown-answer.ts';
import { useFootnoteNumbers } from './use-footnote-numbers.ts';

interface AnswerViewProps {
  readonly shown: ShownAnswer;
  readonly isStreaming: boolean;
}

/** The blocks of an answer and its notes. Only groups with a changed block are looked at again. */
export function AnswerView({ shown: { groups, growing, footnotes }, isStreaming }: AnswerViewProps) {
  const root = useRef<HTMLDivElement>(null);
  const numbers = useFootnoteNumbers(footnotes, isStreaming);
  const context = useMemo(
    () => ({
      numbers,
      show: (what: 'note' | 'reference', label: string) => showNote(root.current, what, label),
    }),
    [numbers],
  );
  return (
    <FootnoteContext value={context}>
      <div className={styles['root']} ref={root}>
        {groups.map((blocks, place) => (
          <BlockGroup
            key={String(place)}
            blocks={blocks}
            growing={place === groups.length - 1 ? growing : undefined}
          />
        ))}
        {isStreaming && growing === undefined && (
          <p>
            <Caret />
          </p>
        )}
        {footnotes.definitions.length > 0 && (
          <FootnoteSection
            definitions={footnotes.definitions}
            growing={growing?.token.type === 'footnoteDefinition' ? growing.token.label : undefined}
          />
        )}
      </div>
    </FootnoteContext>
  );
}

interface BlockGroupProps {
  readonly blocks: readonly Block[];
  readonly growing: Block | undefined;
}

const BlockGroup = memo(function BlockGroup({ blocks, growing }: BlockGroupProps) {
  return blocks.map((block) => (
    <BlockView key={block.key} token={block.token} isGrowing={block === growing} isTopLevel />
  ));
});

/** Brings a note, or the first place that refers to it, into view and focus. */
function showNote(root: HTMLElement | null, what: 'note' | 'reference', label: string): void {
  const attribute = what === 'note' ? 'data-note' : 'data-note-reference';
  const place = root?.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(label)}"]`);
  place?.scrollIntoView({ block: 'nearest' });
  place?.focus({ preventScroll: true });
}
