/** A control of a form whose value the question before sending says back. */
export type Echo = {
  name: string;
  label: string;
  /** Said when nothing is entered, chosen or ticked. */
  none: string;
  /** Said when the box is ticked. */
  ticked?: string;
  /** Put before what was typed, e.g. a currency sign. */
  before?: string;
};

/** What a person entered, in the words that the page shows for it. */
export function echoOf(form: HTMLFormElement, { name, none, ticked, before = '' }: Echo): string {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLSelectElement) {
    const [chosen] = control.selectedOptions;
    return chosen?.value ? chosen.text : none;
  }
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    return control.checked ? (ticked ?? none) : none;
  }
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
    const text = control.value.trim();
    return text ? `${before}${text}` : none;
  }
  return none;
}
