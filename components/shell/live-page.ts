/** What a person types into. */
const TYPED = 'textarea, select, input:not([type="hidden"], [type="checkbox"], [type="radio"])';

/**
 * Whether the page may be shown anew under its reader: no decision is open, no form is being filled in and the cursor
 * stands in no field. A list with its filters and a detail page are at rest; a wizard or a checkout never is, because
 * what a person agrees to must not change while they look at it.
 */
export function atRest(): boolean {
  if (document.querySelector('dialog[open]')) return false;
  const at = document.activeElement;
  if (at?.matches(TYPED) || (at as HTMLElement | null)?.isContentEditable) return false;
  const fields = document.querySelectorAll(
    'main form.form :is(textarea, select, input:not([type="hidden"]), [contenteditable="true"])',
  );
  return [...fields].every((field) => field.closest('dialog'));
}
