import { useLayoutEffect, useRef, useState } from 'react';

/** From this length on a text is shown through `LongText`. */
export const longTextLength = 1000;

/**
 * A long text that may grow. React would replace the whole text node each time, which makes the browser measure every
 * word again (3.5 times the layout of an 8k-token paragraph); this appends to the node instead.
 */
export function LongText({ text }: { readonly text: string }) {
  const element = useRef<HTMLSpanElement>(null);
  // What React rendered first stays its own; later text is written below, unseen by React.
  const [firstText] = useState(text);

  useLayoutEffect(() => {
    const node = element.current?.firstChild;
    if (!(node instanceof Text) || node.data === text) return;
    if (text.startsWith(node.data)) node.appendData(text.slice(node.length));
    else node.data = text;
  }, [text]);

  return <span ref={element}>{firstText}</span>;
}
