import type { View } from './view.ts';

/**
 * The least that shows a growing text: it is appended to a text node, and each blank line begins a new one (a single node
 * for everything would make the browser lay out the whole text again each time).
 */
export function createFloorView(host: HTMLElement): View {
  host.className = 'floor';
  let known = 0;
  let node = append(host);
  return {
    show(text) {
      const [first = '', ...blocks] = text.slice(known).split('\n\n');
      known = text.length;
      node.appendData(first);
      for (const block of blocks) {
        node = append(host);
        node.appendData(block);
      }
    },
    remove: () => host.replaceChildren(),
  };
}

function append(host: HTMLElement): Text {
  const block = document.createElement('div');
  const text = document.createTextNode('');
  block.append(text);
  host.append(block);
  return text;
}
