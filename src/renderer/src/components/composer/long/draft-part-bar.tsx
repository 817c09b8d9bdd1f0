import { ChevronLeft, ChevronRight } from 'lucide-react';
import { text as texts } from '#shared/text/index.ts';
import { formatCount } from '../../../format/numbers.ts';
import { Button } from '../../controls/button.tsx';
import { classNames } from '../../controls/class-names.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import styles from '../composer-line.module.css';
import { type DraftPart, placeOf } from './draft-part.ts';

export interface DraftPartBarProps {
  readonly text: string;
  readonly part: DraftPart;
  readonly isAllSelected: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onAttach: () => void;
}

const words = texts.writing.long;

/** Says that the field shows a part of the draft, and leads to the others. */
export function DraftPartBar({ text, part, isAllSelected, onStep, onAttach }: DraftPartBarProps) {
  const place = placeOf(text, part);
  return (
    <div className={classNames(styles['line'], styles['part'])} title={words.explained}>
      <IconButton label={words.previous} disabled={part.from === 0} onClick={() => onStep(-1)}>
        <ChevronLeft size={15} aria-hidden />
      </IconButton>
      <span className={styles['aside']}>
        {/* The length changes with every key, which nobody wants to hear. */}
        <span role="status">
          {isAllSelected ? words.allSelected : words.part(formatCount(place.part), formatCount(place.of))}
        </span>{' '}
        {words.length(formatCount(text.length))}
      </span>
      <IconButton label={words.next} disabled={part.to >= text.length} onClick={() => onStep(1)}>
        <ChevronRight size={15} aria-hidden />
      </IconButton>
      <Button look="quiet" onClick={onAttach}>
        {words.attach}
      </Button>
    </div>
  );
}
