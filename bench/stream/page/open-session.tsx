import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Markdown } from '../../../src/renderer/src/markdown/markdown.tsx';
import { writeAnswer } from '../answer-text.ts';
import type { OpenRequest } from '../protocol.ts';

const tokensPerMessage = 250;

/** How long it takes to put a session's messages on the page: script, style and layout, in milliseconds. */
export function openSession(scroller: HTMLElement, { variant, messages, seed }: OpenRequest): number {
  const host = document.createElement('div');
  scroller.replaceChildren(host);
  const texts = Array.from({ length: messages }, (_, place) =>
    writeAnswer('mixed', tokensPerMessage, seed * messages + place),
  );
  const start = performance.now();
  const remove = variant === 'floor' ? openAsText(host, texts) : openAsMarkdown(host, texts);
  scroller.scrollTop = scroller.scrollHeight;
  const durationMs = performance.now() - start;
  remove();
  scroller.replaceChildren();
  return durationMs;
}

function openAsText(host: HTMLElement, texts: readonly string[]): () => void {
  host.className = 'floor';
  for (const text of texts) {
    const block = document.createElement('div');
    block.textContent = text;
    host.append(block);
  }
  return () => host.replaceChildren();
}

function openAsMarkdown(host: HTMLElement, texts: readonly string[]): () => void {
  const root = createRoot(host);
  flushSync(() => root.render(texts.map((text) => <Markdown key={text} text={text} isStreaming={false} />)));
  return () => root.unmount();
}
