/** What holds an element, from itself to the page. */
export function pathOf(element: Element | null): HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let each = element; each && each !== document.body; each = each.parentElement) path.push(each as HTMLElement);
  return path;
}

/** Where the focus was lost, gives it to the nearest of these that is still there. */
export function restoreFocus(path: readonly HTMLElement[]): void {
  if (document.activeElement !== document.body) return;
  const next = path.find((each) => each.isConnected);
  if (!next) return;
  if (next.tabIndex < 0 && !next.hasAttribute("tabindex")) next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

/**
 * Keeps the focus when what had it goes away: a button that did its work, a row that was removed. It moves to the nearest
 * thing around it that is still there, so that the next Tab goes on from the same place. Answers how to stop.
 */
export function guardFocus(root: HTMLElement): () => void {
  let path: HTMLElement[] = [];
  const remember = ({ target }: FocusEvent) => (path = pathOf(target as Element | null));
  const observer = new MutationObserver(() => {
    if (path.length > 0 && !path[0]!.isConnected) restoreFocus(path);
  });
  root.addEventListener("focusin", remember);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener("focusin", remember);
    observer.disconnect();
  };
}
