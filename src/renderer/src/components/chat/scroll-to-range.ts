/** How far below the top of the view what is looked for is put, as a share of the view. */
const restingHeight = 0.3;

/** Brings a place of the transcript into view, in every box that scrolls around it; what is seen already stays. */
export function scrollToRange(scroller: HTMLElement, range: Range): void {
  for (
    let box = range.startContainer.parentElement;
    box !== null && box !== scroller;
    box = box.parentElement
  ) {
    if (box.scrollWidth > box.clientWidth) scrollSideways(box, range.getBoundingClientRect());
  }
  scrollToRect(scroller, range.getBoundingClientRect());
}

export function scrollToRect(scroller: HTMLElement, rect: DOMRect): void {
  const view = scroller.getBoundingClientRect();
  const margin = Math.min(48, view.height / 6);
  if (rect.top >= view.top + margin && rect.bottom <= view.bottom - margin) return;
  scroller.scrollTop += rect.top - view.top - view.height * restingHeight;
}

function scrollSideways(box: HTMLElement, rect: DOMRect): void {
  const view = box.getBoundingClientRect();
  if (rect.left < view.left || rect.right > view.right) {
    box.scrollLeft += rect.left - view.left - view.width * restingHeight;
  }
}
