/**
 * Puts a text into the clipboard. Browsers offer their clipboard on encrypted pages only; a house that is served
 * without encryption in its own network copies the old way.
 * @returns whether it is there
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
}

function copyOldWay(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.readOnly = true;
  box.className = 'sr-only';
  // Inside an open dialog everything else cannot be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(box);
  const before = document.activeElement;
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
