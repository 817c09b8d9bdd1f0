import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { View } from './view.ts';

const plugins = [remarkGfm];

/** The common way: react-markdown reads and renders the whole message at every batch. */
export function createCommonView(host: HTMLElement): View {
  const root = createRoot(host);
  return {
    show(text) {
      flushSync(() => root.render(<ReactMarkdown remarkPlugins={plugins}>{text}</ReactMarkdown>));
    },
    remove: () => root.unmount(),
  };
}
