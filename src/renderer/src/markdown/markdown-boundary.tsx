import { Component, type ReactNode } from 'react';
import { PlainFallback } from './plain-fallback.tsx';

interface MarkdownBoundaryProps {
  readonly text: string;
  readonly isStreaming: boolean;
  readonly children: ReactNode;
}

interface MarkdownBoundaryState {
  readonly hasFailed: boolean;
}

/** Keeps one answer whose Markdown cannot be rendered from taking the window with it. */
export class MarkdownBoundary extends Component<MarkdownBoundaryProps, MarkdownBoundaryState> {
  override state: MarkdownBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): MarkdownBoundaryState {
    return { hasFailed: true };
  }

  override componentDidUpdate(before: MarkdownBoundaryProps): void {
    const hasFinished = before.isStreaming && !this.props.isStreaming;
    // What failed half-written may well be fine as a whole.
    if (hasFinished && this.state.hasFailed) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <PlainFallback text={this.props.text} /> : this.props.children;
  }
}
