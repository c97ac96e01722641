/** Whether a click on a link will be followed inside this tab and this site. */
export function isPlainClick(event: MouseEvent, link: HTMLAnchorElement): boolean {
  return (
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey &&
    link.origin === window.location.origin &&
    (link.target === '' || link.target === '_self') &&
    !link.hasAttribute('download') &&
    !link.pathname.startsWith('/api/')
  );
}

/** The address a GET form leads to, without its empty fields. */
export function softAddress(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') query.append(name, value.trim());
  }
  const path = new URL(form.action, window.location.href).pathname;
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
