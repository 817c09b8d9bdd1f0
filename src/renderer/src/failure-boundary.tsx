import { Component, type ReactNode } from 'react';
import { text } from '#shared/text/index.ts';
import styles from './failure-boundary.module.css';

export interface FailureBoundaryProps {
  readonly children: ReactNode;
}

interface FailureBoundaryState {
  readonly failure: unknown;
}

/** A readable page instead of an empty window when drawing it failed. */
export class FailureBoundary extends Component<FailureBoundaryProps, FailureBoundaryState> {
  override state: FailureBoundaryState = { failure: null };

  static getDerivedStateFromError(failure: unknown): FailureBoundaryState {
    return { failure };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <main role="alert" className={styles['page']}>
        <h1>{text.failure.title}</h1>
        <p>{text.failure.body}</p>
        <button type="button" className={styles['reload']} onClick={() => location.reload()}>
          {text.failure.reload}
        </button>
        <details>
          <summary>{text.failure.details}</summary>
          <pre className={styles['details']}>{detailsOf(failure)}</pre>
        </details>
      </main>
    );
  }
}

function detailsOf(failure: unknown): string {
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
