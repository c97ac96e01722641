import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';

/** A group's name and permissions, by what they are about. */
export function GroupForm({
  action,
  hidden,
  success,
  submit,
  redirectTo,
  grantable,
  values = { name: '', permissions: [] },
}: {
  action: FormAction;
  hidden?: Record<string, string>;
  success: string;
  submit: string;
  redirectTo?: string;
  /** Every permission that may be granted. */
  grantable: string[];
  values?: { name: string; permissions: string[] };
}) {
  const t = useTranslations('member');
  const words = useTranslations('permission');
  const nouns = [...new Set(grantable.map((permission) => permission.split('.')[0] ?? ''))];
  return (
    <ActionForm action={action} hidden={hidden} success={success} redirectTo={redirectTo}>
      <Field name="name" label={t('field.groupName')} required>
        <TextInput defaultValue={values.name} max={40} />
      </Field>
      <Field name="permissions[]" label={t('field.permissions')} group>
        <div className="grid gap-4">
          {nouns.map((noun) => (
            <fieldset key={noun} className="grid gap-2">
              <legend className="mb-1 text-[13px] text-muted">{words(`group.${noun}`)}</legend>
              <div className="grid gap-2 sm:grid-cols-2">
                {grantable
                  .filter((permission) => permission.startsWith(`${noun}.`))
                  .map((permission) => (
                    <Checkbox
                      key={permission}
                      value={permission}
                      defaultChecked={values.permissions.includes(permission)}
                    >
                      {words(`name.${permission}`)}
                    </Checkbox>
                  ))}
              </div>
            </fieldset>
          ))}
        </div>
      </Field>
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}
