'use client';

import { type ReactNode, useId } from 'react';
import { cx } from './class-names';
import { complaintAbout, FieldContext, useFormState } from './form-context';

export type FieldProps = {
  /** The control's name in the form; dotted for nested input, `[]` for lists. */
  name: string;
  /** Left out only where the control says it all, e.g. one box to tick. */
  label?: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  /** For groups of controls (radio, checkboxes, uploads): a fieldset instead of a label. */
  group?: boolean;
  /** Shown beside the label, e.g. a link to an example. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Label, hint and the server's own sentence around one control, which takes its wiring from here. */
export function Field({
  name,
  label,
  hint,
  required,
  group,
  aside,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const { errors, forget } = useFormState();
  const error = complaintAbout(errors, name);
  const describedBy = cx(error && `${id}-error`, Boolean(hint) && `${id}-hint`).trim() || undefined;
  const title = (
    <>
      {label}
      {required && (
        <span className="field__star" aria-hidden="true">
          *
        </span>
      )}
    </>
  );
  const Box = group ? 'fieldset' : 'div';
  const Top = group ? 'legend' : 'div';
  return (
    <FieldContext.Provider value={{ id, name, required, invalid: Boolean(error), describedBy }}>
      <Box
        className={cx('field', className)}
        data-field={name}
        data-invalid={error ? '' : undefined}
        aria-describedby={group ? describedBy : undefined}
        onChange={error ? () => forget(name) : undefined}
      >
        {label && (
          <Top className="field__top">
            {group ? (
              <span id={`${id}-label`} className="field__label">
                {title}
              </span>
            ) : (
              <label id={`${id}-label`} htmlFor={id} className="field__label">
                {title}
              </label>
            )}
            {aside}
          </Top>
        )}
        {children}
        {error && (
          <p id={`${id}-error`} className="field__error" aria-live="polite">
            {error}
          </p>
        )}
        {hint && (
          <p id={`${id}-hint`} className="field__hint">
            {hint}
          </p>
        )}
      </Box>
    </FieldContext.Provider>
  );
}
