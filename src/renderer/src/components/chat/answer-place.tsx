import { lazy, Suspense } from 'react';
import { columnsOf, useSideBySideStore } from '../../stores/chat/side-by-side-store.ts';
import { Answer, type AnswerProps } from './answer.tsx';
import { Editable } from './editing/editable.tsx';

const SideBySide = lazy(async () => ({
  default: (await import('./side-by-side/side-by-side.tsx')).SideBySide,
}));

/** An answer of the branch, or in its place all that stand beside it. */
export function AnswerPlace(props: AnswerProps) {
  const { message, isLast } = props;
  const forks = useSideBySideStore((store) => store.forks);
  const answerIds = columnsOf(forks, message);
  const alone = (
    <Editable message={message}>
      <Answer {...props} />
    </Editable>
  );
  if (answerIds.length === 0) return alone;
  return (
    <Suspense fallback={alone}>
      <SideBySide message={message} answerIds={answerIds} isLast={isLast} />
    </Suspense>
  );
}
