/** A form's unsent values, kept in this browser. */
export type Draft = {
  at: number;
  /** Version of the record when this was typed. */
  version?: string;
  values: { name: string; value: string; extra?: string }[];
};

const PREFIX = 'guildhall:draft:';
/** Sent to the form's custom controls so that they take their values back. */
export const RESTORE_EVENT = 'guildhall:restore';
/** Sent to the form when the server has what its detail, a `Draft`, says. */
export const SAVED_EVENT = 'guildhall:saved';
/** Sent to the form when it should load what others have changed meanwhile. */
export const CATCH_UP_EVENT = 'guildhall:catch-up';
/** Sent to the form when the server refused it, so it stays a draft. */
export const REFUSED_EVENT = 'guildhall:refused';

const SKIP = new Set(['password', 'file', 'submit', 'button', 'reset']);

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !element.name.startsWith('$') &&
      !SKIP.has(element.type) &&
      // A hidden input belongs to the page (id, version) unless a control says otherwise.
      (element.type !== 'hidden' || element.dataset.draft !== undefined),
  );
}

/** Reads what the person has entered. */
export function takeDraft(form: HTMLFormElement): Draft {
  const values = controlsOf(form).flatMap((control) => {
    const ticked = !(control instanceof HTMLInputElement) || !/radio|checkbox/.test(control.type);
    if (!ticked && !(control as HTMLInputElement).checked) return [];
    return [
      { name: control.name, value: control.value, extra: control.dataset.draft || undefined },
    ];
  });
  return { at: Date.now(), version: versionOf(form), values };
}

/** The record's version as the page carries it. */
export function versionOf(form: HTMLFormElement): string | undefined {
  const carried = form.elements.namedItem('version');
  return carried instanceof HTMLInputElement ? carried.value : undefined;
}

/**
 * Puts a draft back into the plain controls and tells the custom ones. Fields that only a choice brings into being are
 * filled in a second pass.
 */
export function restoreDraft(form: HTMLFormElement, draft: Draft, pass: 1 | 2 = 1): void {
  let chosen = false;
  const left = draft.values.map((entry) => ({ ...entry }));
  for (const control of controlsOf(form)) {
    if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) {
      const ticked = draft.values.some(
        ({ name, value }) => name === control.name && value === control.value,
      );
      // A click, so that what depends on the choice follows it.
      if (ticked !== control.checked && (ticked || control.type === 'checkbox')) {
        control.click();
        chosen = true;
      } else control.checked = ticked;
      continue;
    }
    if (control.dataset.draft !== undefined) continue;
    const index = left.findIndex(({ name }) => name === control.name);
    if (index < 0) continue;
    const [entry] = left.splice(index, 1);
    setValue(control, entry?.value ?? '');
  }
  form.dispatchEvent(new CustomEvent<Draft>(RESTORE_EVENT, { detail: draft }));
  if (chosen && pass === 1) window.setTimeout(() => restoreDraft(form, draft, 2));
}

/** Sets a value the way typing does, so that counters and previews follow. */
function setValue(control: Control, value: string): void {
  const prototype = Object.getPrototypeOf(control);
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

export function saveDraft(key: string, draft: Draft): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // A full or forbidden store only means that there is no second copy.
  }
}

export function loadDraft(key: string): Draft | null {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text ? (JSON.parse(text) as Draft) : null;
  } catch {
    return null;
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // As above.
  }
}

/** What is on the server now, with what was typed here since both last agreed. A field is taken whole from one side. */
export function mergeDrafts(agreed: Draft, typed: Draft, latest: Draft): Draft {
  const of = (draft: Draft, name: string) => draft.values.filter((entry) => entry.name === name);
  const names = new Set([...typed.values, ...latest.values, ...agreed.values].map((v) => v.name));
  const values = [...names].flatMap((name) => {
    const touched = JSON.stringify(of(typed, name)) !== JSON.stringify(of(agreed, name));
    return of(touched ? typed : latest, name);
  });
  return { ...typed, values };
}

/** Whether two sets of values differ. */
export function sameValues(a: Draft, b: Draft): boolean {
  return JSON.stringify(a.values) === JSON.stringify(b.values);
}
