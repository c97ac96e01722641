import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';

export type AccountField = {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'tel';
  hint?: string;
  autoComplete?: string;
  defaultValue?: string;
  autoFocus?: boolean;
};

/** A short form of one column with one button: signing in and the like. */
export function AccountForm({
  action,
  fields,
  hidden,
  submit,
  tick,
}: {
  action: FormAction;
  fields: AccountField[];
  hidden?: Record<string, string>;
  submit: string;
  /** A box to tick before sending. */
  tick?: { name: string; label: string; words: ReactNode };
}) {
  return (
    <ActionForm action={action} hidden={hidden}>
      {fields.map(({ name, label, hint, type = 'text', ...input }) => (
        <Field key={name} name={name} label={label} hint={hint} required>
          <TextInput type={type} {...input} />
        </Field>
      ))}
      {tick && (
        <Field name={tick.name} label={tick.label} group required>
          <Checkbox>{tick.words}</Checkbox>
        </Field>
      )}
      <SubmitButton size="lg" fullWidth>
        {submit}
      </SubmitButton>
    </ActionForm>
  );
}
