import { useShallow } from 'zustand/react/shallow';
import { describeError, text } from '#shared/text/index.ts';
import { type Notice, useNoticesStore } from '../../stores/window/notices-store.ts';
import { Button } from '../controls/button.tsx';
import styles from './problem-alerts.module.css';

/** Troubles outside any answer that stay until they are understood: a full disk, a database that stopped. */
export function ProblemAlerts() {
  const problems = useNoticesStore(
    useShallow((store) => store.notices.filter(({ content }) => content.kind === 'problem')),
  );
  const dismiss = useNoticesStore((store) => store.dismiss);
  return problems.map((problem) => (
    <div key={problem.id} role="alert" className={styles['alert']}>
      <ProblemText problem={problem} />
      <Button look="quiet" onClick={() => dismiss(problem.id)}>
        {text.common.dismiss}
      </Button>
    </div>
  ));
}

function ProblemText({ problem }: { readonly problem: Notice }) {
  if (problem.content.kind !== 'problem') return null;
  const { what, todo } = describeError(problem.content.error);
  return (
    <p className={styles['text']}>
      <b>{what}</b> {todo}
    </p>
  );
}
