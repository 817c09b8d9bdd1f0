/** So long nothing may change: formulas and diagrams are drawn one after the other. */
const quietMs = 250;
/** A diagram that never comes does not hold up the printing. */
const longestMs = 20_000;

/** Calls `onDrawn` when the sheet has stopped changing; the function that comes back calls it off. */
export function whenDrawn(sheet: HTMLElement, onDrawn: () => void): () => void {
  let quiet = setTimeout(finish, quietMs);
  const longest = setTimeout(finish, longestMs);
  const observer = new MutationObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(finish, quietMs);
  });
  observer.observe(sheet, { childList: true, subtree: true, characterData: true });

  function stop(): void {
    observer.disconnect();
    clearTimeout(quiet);
    clearTimeout(longest);
  }
  function finish(): void {
    stop();
    prepare(sheet);
    void document.fonts.ready.then(onDrawn);
  }
  return stop;
}

/** On paper nothing can be opened: what is folded is shown, and where a link leads is written behind it. */
function prepare(sheet: HTMLElement): void {
  for (const details of sheet.querySelectorAll('details')) details.open = true;
  for (const link of sheet.querySelectorAll('a')) {
    if (link.textContent !== link.href) link.dataset['address'] = link.href;
  }
}
