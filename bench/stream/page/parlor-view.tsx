import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { AnswerView } from '../../../src/renderer/src/markdown/answer-view.tsx';
import { nothingShown, showAnswer } from '../../../src/renderer/src/markdown/shown-answer.ts';
import type { View } from './view.ts';

/** Parlor's own modules, as its window uses them. The build makes each rendering of a block call `onBlockRender`. */
export function createParlorView(host: HTMLElement): View {
  const root = createRoot(host);
  let shown = nothingShown;
  let isStreaming = true;
  let draw = () => {};
  const finished = new WeakSet<object>();
  let again = 0;
  Reflect.set(globalThis, 'onBlockRender', (token: object) => {
    if (finished.has(token)) again += 1;
  });

  function Answer() {
    const [, setTurn] = useState(0);
    draw = () => setTurn((turn) => turn + 1);
    return <AnswerView shown={shown} isStreaming={isStreaming} />;
  }

  flushSync(() => root.render(<Answer />));
  return {
    show(text, isStillStreaming) {
      const before = shown.list.closed;
      shown = showAnswer(shown, text, isStillStreaming);
      isStreaming = isStillStreaming;
      // A finished block that became another object would be rendered again unseen by the count below.
      if (isStillStreaming && before.length > 0 && shown.list.closed[before.length - 1] !== before.at(-1)) {
        again += 1;
      }
      flushSync(draw);
      for (let place = before.length; place < shown.list.closed.length; place++) {
        const token = shown.list.closed[place]?.token;
        if (token !== undefined) finished.add(token);
      }
    },
    finishedAgain: () => again,
    remove() {
      root.unmount();
      shown = nothingShown;
      Reflect.deleteProperty(globalThis, 'onBlockRender');
    },
  };
}
