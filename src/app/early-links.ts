/**
 * Before the app has taken over, a click on an in-app link replaces the page
 * instead of adding to the history: a visit leaves one entry, not many. A link
 * within the page scrolls and moves the focus, and leaves no entry either.
 */
export function replaceOnClick(win: Window): () => void {
  const onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) {
      return;
    }
    const fragment = link.getAttribute('href')?.startsWith('#') === true;
    if (fragment) {
      event.preventDefault();
      focusOn(win.document, link.hash.slice(1));
      return;
    }
    if (!active || link.target !== '' || link.origin !== win.location.origin) {
      return;
    }
    event.preventDefault();
    win.location.replace(link.href);
  };
  let active = true;
  win.document.addEventListener('click', onClick);
  // Links within the page keep their listener: they are the shell's for good.
  return () => {
    active = false;
  };
}

function focusOn(doc: Document, id: string): void {
  const target = doc.getElementById(id);
  if (!target) {
    return;
  }
  if (!target.hasAttribute('tabindex')) {
    target.tabIndex = -1;
  }
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}
